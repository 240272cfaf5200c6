#include "sqlite_extension.h"

#include "routines.h"

SQLITE_EXTENSION_INIT1

// What an argument is must mean the same on both sides of the header.
_Static_assert(EXTENSION_INTEGER == SQLITE_INTEGER, "integers");
_Static_assert(EXTENSION_REAL == SQLITE_FLOAT, "reals");
_Static_assert(EXTENSION_TEXT == SQLITE3_TEXT, "texts");
_Static_assert(EXTENSION_BLOB == SQLITE_BLOB, "blobs");
_Static_assert(EXTENSION_NULL == SQLITE_NULL, "nulls");

static const int harmless = SQLITE_UTF8 | SQLITE_INNOCUOUS;

void extension_use(const struct sqlite3_api_routines *routines) {
  // Connections of several threads may ask for the same table at once.
  __atomic_store_n(&sqlite3_api, routines, __ATOMIC_RELEASE);
}

int extension_sqlite_version(void) { return sqlite3_libversion_number(); }

void extension_set_message(char **message, const char *text) {
  if (message) *message = sqlite3_mprintf("%s", text);
}

int extension_add_scalar(
    sqlite3 *db, const char *name, int arguments, int is_deterministic,
    void *data, extension_call call, void (*release)(void *)) {
  int flags = is_deterministic ? harmless | SQLITE_DETERMINISTIC : harmless;
  return sqlite3_create_function_v2(
      db, name, arguments, flags, data, call, 0, 0, release);
}

int extension_add_window(
    sqlite3 *db, const char *name, int arguments, void *data,
    extension_call step, extension_end final, extension_end value,
    extension_call inverse, void (*release)(void *)) {
  return sqlite3_create_window_function(
      db, name, arguments, harmless | SQLITE_DETERMINISTIC, data, step, final,
      value, inverse, release);
}

void extension_read_texts(
    sqlite3 *db, const char *sql, void *data,
    void (*receive)(void *data, const unsigned char *text, int bytes)) {
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, 0) == SQLITE_OK) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const unsigned char *text = sqlite3_column_text(statement, 0);
      if (text) receive(data, text, sqlite3_column_bytes(statement, 0));
    }
  }
  sqlite3_finalize(statement);
}

void *extension_user_data(sqlite3_context *context) {
  return sqlite3_user_data(context);
}

sqlite3 *extension_connection(sqlite3_context *context) {
  return sqlite3_context_db_handle(context);
}

void *extension_aggregate_context(sqlite3_context *context, int bytes) {
  return sqlite3_aggregate_context(context, bytes);
}

void *extension_kept(sqlite3_context *context, int argument) {
  return sqlite3_get_auxdata(context, argument);
}

void extension_keep(
    sqlite3_context *context, int argument, void *data,
    void (*release)(void *)) {
  sqlite3_set_auxdata(context, argument, data, release);
}

int extension_longest_value(sqlite3_context *context) {
  return sqlite3_limit(
      sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1);
}

int extension_value_class(sqlite3_value *value) {
  return sqlite3_value_type(value);
}

double extension_value_double(sqlite3_value *value) {
  return sqlite3_value_double(value);
}

const unsigned char *extension_value_text(sqlite3_value *value) {
  return sqlite3_value_text(value);
}

int extension_value_bytes(sqlite3_value *value) {
  return sqlite3_value_bytes(value);
}

void extension_result_null(sqlite3_context *context) {
  sqlite3_result_null(context);
}

void extension_result_integer(sqlite3_context *context, int64_t value) {
  sqlite3_result_int64(context, value);
}

void extension_result_double(sqlite3_context *context, double value) {
  sqlite3_result_double(context, value);
}

void extension_result_text(
    sqlite3_context *context, const char *text, uint64_t bytes) {
  sqlite3_result_text64(context, text, bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void extension_result_error(sqlite3_context *context, const char *text) {
  sqlite3_result_error(context, text, -1);
}

void extension_result_too_long(sqlite3_context *context) {
  sqlite3_result_error_toobig(context);
}

void extension_result_no_memory(sqlite3_context *context) {
  sqlite3_result_error_nomem(context);
}

void *extension_reallocate(void *memory, uint64_t bytes) {
  return sqlite3_realloc64(memory, bytes);
}

void extension_free(void *memory) { sqlite3_free(memory); }
