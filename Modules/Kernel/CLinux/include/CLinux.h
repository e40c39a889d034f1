/* What Swift's Glibc module leaves out: epoll, eventfd, accept4, memmem. */
#ifndef HAMYAR_CLINUX_H
#define HAMYAR_CLINUX_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <arpa/inet.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#endif
