/* What Swift's Glibc module leaves out: epoll, eventfd, accept4, memmem. */
#ifndef HAMYAR_CLINUX_H
#define HAMYAR_CLINUX_H
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

/* Declared here and not by _GNU_SOURCE, which would give the shared headers another shape than Swift's Glibc
   module sees; a file that imports both would then not compile. */
int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
void *memmem(const void *hay, size_t hay_length, const void *needle, size_t needle_length);

#endif
