#include "sqlite_extension.h"

#include <sqlite3ext.h>

// Another extension in the same process has a table of the same name.
extern const sqlite3_api_routines *sqlite3_api
    __attribute__((visibility("hidden")));
SQLITE_EXTENSION_INIT1

// What an argument is must mean the same on both sides of the header.
_Static_assert(EXTENSION_INTEGER == SQLITE_INTEGER, "integers");
_Static_assert(EXTENSION_REAL == SQLITE_FLOAT, "reals");
_Static_assert(EXTENSION_TEXT == SQLITE3_TEXT, "texts");
_Static_assert(EXTENSION_BLOB == SQLITE_BLOB, "blobs");
_Static_assert(EXTENSION_NULL == SQLITE_NULL, "nulls");

static const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

void extension_use(const struct sqlite3_api_routines *routines) {
  // Connections of several threads may ask for the same table at once.
  __atomic_store_n(&sqlite3_api, routines, __ATOMIC_RELEASE);
}

int extension_sqlite_version(void) { return sqlite3_libversion_number(); }

void extension_set_message(char **message, const char *text) {
  if (message) *message = sqlite3_mprintf("%s", text);
}

int extension_add_scalar(
    sqlite3 *db, const char *name, int arguments, void *data,
    extension_call call, void (*release)(void *)) {
  return sqlite3_create_function_v2(
      db, name, arguments, flags, data, call, 0, 0, release);
}

int extension_add_window(
    sqlite3 *db, const char *name, int arguments, void *data,
    extension_call step, extension_end final, extension_end value,
    extension_call inverse, void (*release)(void *)) {
  return sqlite3_create_window_function(
      db, name, arguments, flags, data, step, final, value, inverse, release);
}

void *extension_user_data(sqlite3_context *context) {
  return sqlite3_user_data(context);
}

void *extension_aggregate_context(sqlite3_context *context, int bytes) {
  return sqlite3_aggregate_context(context, bytes);
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

void extension_result_double(sqlite3_context *context, double value) {
  sqlite3_result_double(context, value);
}

void extension_result_text(
    sqlite3_context *context, const char *text, int bytes) {
  sqlite3_result_text(context, text, bytes, SQLITE_TRANSIENT);
}

void extension_result_error(sqlite3_context *context, const char *text) {
  sqlite3_result_error(context, text, -1);
}

void extension_result_no_memory(sqlite3_context *context) {
  sqlite3_result_error_nomem(context);
}

void *extension_reallocate(void *memory, uint64_t bytes) {
  return sqlite3_realloc64(memory, bytes);
}

void extension_free(void *memory) { sqlite3_free(memory); }
