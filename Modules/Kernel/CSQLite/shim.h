#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast that Swift cannot import. */
static inline sqlite3_destructor_type hamyar_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_config takes a variable list, which Swift cannot call. */
static inline int hamyar_sqlite_log(void (*take)(void *, int, const char *)) {
  return sqlite3_config(SQLITE_CONFIG_LOG, take, (void *)0);
}
