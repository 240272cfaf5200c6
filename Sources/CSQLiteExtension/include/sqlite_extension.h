// The calls of SQLite that an SQL function needs, made through the table of
// routines that SQLite hands to an extension.
//
// So the same functions serve the program, which is linked with SQLite, and
// libnerve.so, which must use the SQLite of its host. <sqlite3.h> stays
// out of this header: what it declares would call a linked SQLite.
#ifndef NERVE_SQLITE_EXTENSION_H
#define NERVE_SQLITE_EXTENSION_H

#include <stdint.h>

struct sqlite3;
struct sqlite3_api_routines;
struct sqlite3_context;
struct sqlite3_value;

/// Makes the calls below go through `routines` from now on.
void extension_use(const struct sqlite3_api_routines *routines);

/// The version of the SQLite behind the table, such as 3040001.
int extension_sqlite_version(void);

/// Reports an error to the host of the extension; the text is copied.
void extension_set_message(char **message, const char *text);

typedef void (*extension_call)(
    struct sqlite3_context *, int, struct sqlite3_value **);
typedef void (*extension_end)(struct sqlite3_context *);

/// Adds a scalar function, which may do no harm. If it is deterministic, equal
/// arguments must give equal results. `release` gets `data` when it is no longer
/// needed, also if this fails.
int extension_add_scalar(
    struct sqlite3 *db, const char *name, int arguments, int is_deterministic,
    void *data, extension_call call, void (*release)(void *));

/// Adds a deterministic aggregate that can run over a window, on the same terms.
int extension_add_window(
    struct sqlite3 *db, const char *name, int arguments, void *data,
    extension_call step, extension_end final, extension_end value,
    extension_call inverse, void (*release)(void *));

/// How a series of days reads and writes them.
typedef struct {
  /// Whether `bytes` of `text` are a day, and the number that it has.
  int (*read)(const unsigned char *text, int bytes, int64_t *number);
  /// Writes a day as 10 bytes.
  void (*write)(int64_t number, char *text);
} extension_days;

/// Adds the table-valued function `generate_series`, unless there is one.
int extension_add_series(struct sqlite3 *db, extension_days days);

/// Runs `receive` with the text of the only column of each row of a statement;
/// not at all if the statement fails.
void extension_read_texts(
    struct sqlite3 *db, const char *sql, void *data,
    void (*receive)(void *data, const unsigned char *text, int bytes));

void *extension_user_data(struct sqlite3_context *context);
struct sqlite3 *extension_connection(struct sqlite3_context *context);
void *extension_aggregate_context(struct sqlite3_context *context, int bytes);

/// What was made of an argument that is the same in all rows, if anything.
void *extension_kept(struct sqlite3_context *context, int argument);
/// Keeps `data` beside an argument; `release` gets it, maybe at once.
void extension_keep(
    struct sqlite3_context *context, int argument, void *data,
    void (*release)(void *));

/// The most bytes that a text may have.
int extension_longest_value(struct sqlite3_context *context);

/// The storage class of an argument.
typedef enum {
  EXTENSION_INTEGER = 1,
  EXTENSION_REAL = 2,
  EXTENSION_TEXT = 3,
  EXTENSION_BLOB = 4,
  EXTENSION_NULL = 5,
} extension_class;

int extension_value_class(struct sqlite3_value *value);
double extension_value_double(struct sqlite3_value *value);
const unsigned char *extension_value_text(struct sqlite3_value *value);
/// The bytes of the text, to be asked for after the text.
int extension_value_bytes(struct sqlite3_value *value);

void extension_result_null(struct sqlite3_context *context);
void extension_result_integer(struct sqlite3_context *context, int64_t value);
void extension_result_double(struct sqlite3_context *context, double value);
/// The text is UTF-8 and is copied.
void extension_result_text(
    struct sqlite3_context *context, const char *text, uint64_t bytes);
void extension_result_error(struct sqlite3_context *context, const char *text);
void extension_result_too_long(struct sqlite3_context *context);
void extension_result_no_memory(struct sqlite3_context *context);

/// Memory that counts towards the limits that SQLite was given.
void *extension_reallocate(void *memory, uint64_t bytes);
void extension_free(void *memory);

#endif
