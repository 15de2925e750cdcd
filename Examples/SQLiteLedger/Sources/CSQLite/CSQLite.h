#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot import.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int position, const char *text) {
  return sqlite3_bind_text(statement, position, text, -1, SQLITE_TRANSIENT);
}
