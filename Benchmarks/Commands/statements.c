/* Writes every statement that a program runs through SQLite, with its values,
   to the file in $STATEMENTS: bench.sh lets the sqlite3 shell run the same.
   Preloaded, so that the program measured is the one that people use. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int write_statement(unsigned event, void *file, void *statement, void *text) {
  (void)event;
  /* The shell's own triggers run their statements too. */
  if (strncmp(text, "--", 2) == 0) return 0;
  char *sql = sqlite3_expanded_sql(statement);
  fprintf(file, "%s;\n", sql ? sql : (char *)text);
  fflush(file);
  sqlite3_free(sql);
  return 0;
}

int sqlite3_open_v2(const char *path, sqlite3 **handle, int flags, const char *vfs) {
  int (*open_v2)(const char *, sqlite3 **, int, const char *) = dlsym(RTLD_NEXT, "sqlite3_open_v2");
  int code = open_v2(path, handle, flags, vfs);
  const char *name = getenv("STATEMENTS");
  FILE *file = code == SQLITE_OK && name ? fopen(name, "a") : NULL;
  if (file) sqlite3_trace_v2(*handle, SQLITE_TRACE_STMT, write_statement, file);
  return code;
}
