// What Swift cannot import from <sqlite3.h> by itself: variadic functions,
// casts in macros, and constants that are shift expressions.
#ifndef NERVE_CSQLITE_SHIM_H
#define NERVE_CSQLITE_SHIM_H

#include <sqlite3.h>
// Without this the header below would send every call through a table.
#ifndef SQLITE_CORE
#define SQLITE_CORE 1
#endif
#include <sqlite3ext.h>

/// SQLITE_TRANSIENT is a cast of -1 to a function pointer.
static inline sqlite3_destructor_type csqlite_transient(void) {
  return SQLITE_TRANSIENT;
}

/// sqlite3_db_config is variadic; this is its form for on/off options.
static inline int csqlite_db_config(sqlite3 *db, int option, int on, int *result) {
  return sqlite3_db_config(db, option, on, result);
}

// SQLite has this function since 3.38, and everything else that the program calls
// since 3.37; a weak symbol that is missing has no address.
extern int sqlite3_error_offset(sqlite3 *db) __attribute__((weak));

/// The place of the latest error in its statement, in bytes; -1 if it is unknown.
static inline int csqlite_error_offset(sqlite3 *db) {
  return sqlite3_error_offset ? sqlite3_error_offset(db) : -1;
}

/// The routines that SQL functions need, as SQLite hands them to an extension
/// that it loads.
static inline const sqlite3_api_routines *csqlite_extension_routines(void) {
  static const sqlite3_api_routines routines = {
      .aggregate_context = sqlite3_aggregate_context,
      .column_bytes = sqlite3_column_bytes,
      .column_text = sqlite3_column_text,
      .context_db_handle = sqlite3_context_db_handle,
      .create_function_v2 = sqlite3_create_function_v2,
      .create_module_v2 = sqlite3_create_module_v2,
      .create_window_function = sqlite3_create_window_function,
      .declare_vtab = sqlite3_declare_vtab,
      .finalize = sqlite3_finalize,
      .free = sqlite3_free,
      .get_auxdata = sqlite3_get_auxdata,
      .libversion_number = sqlite3_libversion_number,
      .limit = sqlite3_limit,
      .malloc64 = sqlite3_malloc64,
      .mprintf = sqlite3_mprintf,
      .prepare_v2 = sqlite3_prepare_v2,
      .realloc64 = sqlite3_realloc64,
      .result_double = sqlite3_result_double,
      .result_error = sqlite3_result_error,
      .result_error_nomem = sqlite3_result_error_nomem,
      .result_error_toobig = sqlite3_result_error_toobig,
      .result_int64 = sqlite3_result_int64,
      .result_null = sqlite3_result_null,
      .result_text64 = sqlite3_result_text64,
      .set_auxdata = sqlite3_set_auxdata,
      .step = sqlite3_step,
      .stricmp = sqlite3_stricmp,
      .user_data = sqlite3_user_data,
      .value_bytes = sqlite3_value_bytes,
      .value_double = sqlite3_value_double,
      .value_int64 = sqlite3_value_int64,
      .value_text = sqlite3_value_text,
      .value_type = sqlite3_value_type,
      .vtab_config = sqlite3_vtab_config,
  };
  return &routines;
}

// The extended result codes that the program tells apart.
static const int CSQLITE_BUSY_SNAPSHOT = SQLITE_BUSY_SNAPSHOT;
static const int CSQLITE_CONSTRAINT_CHECK = SQLITE_CONSTRAINT_CHECK;
static const int CSQLITE_CONSTRAINT_DATATYPE = SQLITE_CONSTRAINT_DATATYPE;
static const int CSQLITE_CONSTRAINT_FOREIGNKEY = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int CSQLITE_CONSTRAINT_NOTNULL = SQLITE_CONSTRAINT_NOTNULL;
static const int CSQLITE_CONSTRAINT_PRIMARYKEY = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int CSQLITE_CONSTRAINT_TRIGGER = SQLITE_CONSTRAINT_TRIGGER;
static const int CSQLITE_CONSTRAINT_UNIQUE = SQLITE_CONSTRAINT_UNIQUE;
static const int CSQLITE_READONLY_DIRECTORY = SQLITE_READONLY_DIRECTORY;

#endif
