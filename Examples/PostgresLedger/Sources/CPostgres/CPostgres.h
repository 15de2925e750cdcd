#include <libpq-fe.h>

// They are characters, which Swift does not import.
static const int cpostgres_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int cpostgres_sqlstate = PG_DIAG_SQLSTATE;
static const int cpostgres_message = PG_DIAG_MESSAGE_PRIMARY;
