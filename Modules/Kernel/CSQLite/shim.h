#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast that Swift cannot import. */
static inline sqlite3_destructor_type hamyar_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_config takes a variable list, which Swift cannot call. SQLite's statistics of memory, which nobody reads,
   would cost a lock at every allocation. */
static inline int hamyar_sqlite_config(void (*log)(void *, int, const char *)) {
  int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return code == SQLITE_OK ? sqlite3_config(SQLITE_CONFIG_LOG, log, (void *)0) : code;
}
