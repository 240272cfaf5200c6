// The table-valued function generate_series(start, stop, step): whole numbers or
// days, one per row. The rows are counted, not kept.

#include <string.h>

#include "routines.h"
#include "sqlite_extension.h"

enum column { VALUE, START, STOP, STEP };

struct series {
  sqlite3_vtab base;
  const extension_days *days;
};

struct cursor {
  sqlite3_vtab_cursor base;
  // Of the numbers, or of the numbers that days have.
  sqlite3_int64 start, stop, step;
  // As SQLite's own numbers are signed, the last place may not fit into one.
  sqlite3_uint64 place, last;
  int is_at_end;
  int has_days;
};

static int fail(sqlite3_vtab *table, const char *message) {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("generate_series(): %s", message);
  return SQLITE_ERROR;
}

static int series_connect(
    sqlite3 *db, void *data, int count, const char *const *arguments,
    sqlite3_vtab **table, char **message) {
  (void)count, (void)arguments, (void)message;
  int code = sqlite3_declare_vtab(
      db, "CREATE TABLE series (value, start HIDDEN, stop HIDDEN, step HIDDEN)");
  if (code != SQLITE_OK) return code;
  struct series *made = sqlite3_malloc64(sizeof *made);
  if (!made) return SQLITE_NOMEM;
  memset(made, 0, sizeof *made);
  made->days = data;
  *table = &made->base;
  // Views of a schema that is not trusted may use it, too.
  return sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
}

static int series_disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

// Asks for start, stop and, if it is given, step, in this order.
static int series_plan(sqlite3_vtab *table, sqlite3_index_info *plan) {
  int found[STEP + 1] = {-1, -1, -1, -1};
  int is_late[STEP + 1] = {0};
  for (int i = 0; i < plan->nConstraint; i++) {
    const struct sqlite3_index_constraint *asked = &plan->aConstraint[i];
    if (asked->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (asked->iColumn < START || asked->iColumn > STEP) continue;
    if (asked->usable)
      found[asked->iColumn] = i;
    else
      is_late[asked->iColumn] = 1;
  }
  int next = 1;
  for (int column = START; column <= STEP; column++) {
    if (found[column] >= 0) {
      plan->aConstraintUsage[found[column]].argvIndex = next++;
      plan->aConstraintUsage[found[column]].omit = 1;
    } else if (is_late[column]) {
      // Its value is not known yet in this order of the tables.
      return SQLITE_CONSTRAINT;
    } else if (column != STEP) {
      return fail(table, "a start and a stop are needed");
    }
  }
  plan->idxNum = found[STEP] >= 0;
  plan->estimatedCost = 1000;
  plan->estimatedRows = 1000;
  return SQLITE_OK;
}

static int series_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  (void)table;
  struct cursor *made = sqlite3_malloc64(sizeof *made);
  if (!made) return SQLITE_NOMEM;
  memset(made, 0, sizeof *made);
  *cursor = &made->base;
  return SQLITE_OK;
}

static int series_close(sqlite3_vtab_cursor *cursor) {
  sqlite3_free(cursor);
  return SQLITE_OK;
}

// Reads a whole number; a real one may be whole, too.
static int read_number(sqlite3_value *value, sqlite3_int64 *number) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: *number = sqlite3_value_int64(value); return 1;
    case SQLITE_FLOAT: {
      double real = sqlite3_value_double(value);
      if (!(real >= -9007199254740992.0 && real <= 9007199254740992.0)) return 0;
      *number = (sqlite3_int64)real;
      return (double)*number == real;
    }
    default: return 0;
  }
}

static int series_filter(
    sqlite3_vtab_cursor *base, int has_step, const char *name, int count,
    sqlite3_value **values) {
  (void)name;
  struct cursor *cursor = (struct cursor *)base;
  const extension_days *days = ((struct series *)base->pVtab)->days;
  cursor->place = 0;
  cursor->step = 1;
  cursor->is_at_end = 1;
  for (int i = 0; i < count; i++)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return SQLITE_OK;
  cursor->has_days = sqlite3_value_type(values[0]) == SQLITE3_TEXT;
  sqlite3_int64 *ends[2] = {&cursor->start, &cursor->stop};
  for (int i = 0; i < 2; i++) {
    if (cursor->has_days && sqlite3_value_type(values[i]) == SQLITE3_TEXT) {
      const unsigned char *text = sqlite3_value_text(values[i]);
      if (!text) return SQLITE_NOMEM;
      int64_t number;
      if (!days->read(text, sqlite3_value_bytes(values[i]), &number))
        return fail(base->pVtab, "a day must be YYYY-MM-DD");
      *ends[i] = number;
    } else if (cursor->has_days || !read_number(values[i], ends[i])) {
      return fail(
          base->pVtab, "start and stop must both be whole numbers, or both days");
    }
  }
  if (has_step && !read_number(values[2], &cursor->step))
    return fail(base->pVtab, "the step must be a whole number");
  if (cursor->step == 0) return fail(base->pVtab, "the step must not be 0");
  int is_up = cursor->step > 0;
  if (is_up ? cursor->start > cursor->stop : cursor->start < cursor->stop)
    return SQLITE_OK;
  // Unsigned numbers wrap around, so that every distance and step is right.
  sqlite3_uint64 start = cursor->start, stop = cursor->stop, step = cursor->step;
  cursor->last = is_up ? (stop - start) / step : (start - stop) / (0 - step);
  cursor->is_at_end = 0;
  return SQLITE_OK;
}

static int series_next(sqlite3_vtab_cursor *base) {
  struct cursor *cursor = (struct cursor *)base;
  if (cursor->place == cursor->last)
    cursor->is_at_end = 1;
  else
    cursor->place++;
  return SQLITE_OK;
}

static int series_is_at_end(sqlite3_vtab_cursor *cursor) {
  return ((struct cursor *)cursor)->is_at_end;
}

static int series_column(
    sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
  struct cursor *cursor = (struct cursor *)base;
  sqlite3_uint64 passed = cursor->place * (sqlite3_uint64)cursor->step;
  sqlite3_int64 number = (sqlite3_int64)((sqlite3_uint64)cursor->start + passed);
  if (column == START) number = cursor->start;
  if (column == STOP) number = cursor->stop;
  if (column == STEP) number = cursor->step;
  if (column == STEP || !cursor->has_days) {
    sqlite3_result_int64(context, number);
  } else {
    char text[10];
    ((struct series *)base->pVtab)->days->write(number, text);
    sqlite3_result_text64(context, text, sizeof text, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return SQLITE_OK;
}

static int series_row(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row) {
  *row = (sqlite3_int64)((struct cursor *)cursor)->place;
  return SQLITE_OK;
}

// Without xCreate it is a function and cannot be made into a table.
static const sqlite3_module series = {
    .xConnect = series_connect,
    .xBestIndex = series_plan,
    .xDisconnect = series_disconnect,
    .xOpen = series_open,
    .xClose = series_close,
    .xFilter = series_filter,
    .xNext = series_next,
    .xEof = series_is_at_end,
    .xColumn = series_column,
    .xRowid = series_row,
};

static void note_series(void *found, const unsigned char *name, int bytes) {
  (void)bytes;
  if (sqlite3_stricmp((const char *)name, "generate_series") == 0) *(int *)found = 1;
}

int extension_add_series(sqlite3 *db, extension_days days) {
  // The sqlite3 shell has one of its own.
  int has_series = 0;
  extension_read_texts(db, "PRAGMA module_list", &has_series, note_series);
  if (has_series) return SQLITE_OK;
  extension_days *kept = sqlite3_malloc64(sizeof *kept);
  if (!kept) return SQLITE_NOMEM;
  *kept = days;
  return sqlite3_create_module_v2(db, "generate_series", &series, kept, sqlite3_free);
}
