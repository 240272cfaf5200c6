#include "line_edit.h"

#include <dlfcn.h>
#include <histedit.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EDIT_CALLS(CALL) \
  CALL(el_init)          \
  CALL(el_end)           \
  CALL(el_get)           \
  CALL(el_gets)          \
  CALL(el_insertstr)     \
  CALL(el_line)          \
  CALL(el_resize)        \
  CALL(el_set)           \
  CALL(el_source)        \
  CALL(history)          \
  CALL(history_end)      \
  CALL(history_init)

static struct {
#define EDIT_FIELD(name) __typeof__(name) *name;
  EDIT_CALLS(EDIT_FIELD)
#undef EDIT_FIELD
} edit;
static bool is_loaded;

static void load(void) {
  void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define EDIT_LOOK_UP(name)                             \
  if (!(edit.name = dlsym(library, #name))) return;
  EDIT_CALLS(EDIT_LOOK_UP)
#undef EDIT_LOOK_UP
  is_loaded = true;
}

struct line_edit {
  line_edit_owner owner;
  EditLine *terminal;
  History *past;
  const char *prompt;
  bool is_given_up;
};

/// The lines that the arrow keys bring back.
static const int past_lines = 1000;

static line_edit *editor_of(EditLine *terminal) {
  line_edit *editor = NULL;
  edit.el_get(terminal, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *terminal) {
  return (char *)editor_of(terminal)->prompt;
}

static int next_character(EditLine *terminal, wchar_t *character) {
  line_edit *editor = editor_of(terminal);
  unsigned typed = 0;
  int count = editor->owner.next(editor->owner.context, &typed);
  if (count < 0) editor->is_given_up = true;
  *character = (wchar_t)typed;
  return count;
}

static unsigned char complete(EditLine *terminal, int key) {
  (void)key;
  line_edit *editor = editor_of(terminal);
  const LineInfo *line = edit.el_line(terminal);
  switch (editor->owner.complete(
      editor->owner.context, line->buffer, (size_t)(line->lastchar - line->buffer),
      (size_t)(line->cursor - line->buffer))) {
    case LINE_EDIT_INSERTED: return CC_REFRESH;
    case LINE_EDIT_PRINTED: return CC_REDISPLAY;
    case LINE_EDIT_NOTHING: break;
  }
  return CC_ERROR;
}

line_edit *line_edit_open(line_edit_owner owner) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (!is_loaded) return NULL;
  // Typed characters are UTF-8 whatever the locale says; it also tells their width.
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "");
  line_edit *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->owner = owner;
  editor->prompt = "";
  editor->terminal = edit.el_init("nerve", stdin, stdout, stderr);
  editor->past = edit.history_init();
  if (!editor->terminal || !editor->past) {
    line_edit_close(editor);
    return NULL;
  }
  EditLine *terminal = editor->terminal;
  HistEvent event;
  edit.history(editor->past, &event, H_SETSIZE, past_lines);
  edit.history(editor->past, &event, H_SETUNIQUE, 1);
  edit.el_set(terminal, EL_CLIENTDATA, editor);
  edit.el_set(terminal, EL_EDITOR, "emacs");
  edit.el_set(terminal, EL_PROMPT, prompt_of);
  edit.el_set(terminal, EL_HIST, edit.history, editor->past);
  edit.el_set(terminal, EL_GETCFN, next_character);
  edit.el_set(terminal, EL_ADDFN, "nerve-complete", "Complete a name", complete);
  edit.el_set(terminal, EL_BIND, "^I", "nerve-complete", NULL);
  // As in other shells.
  edit.el_set(terminal, EL_BIND, "^R", "em-inc-search-prev", NULL);
  edit.el_set(terminal, EL_BIND, "^W", "ed-delete-prev-word", NULL);
  // The person's own keys, from ~/.editrc.
  edit.el_source(terminal, NULL);
  return editor;
}

void line_edit_close(line_edit *editor) {
  if (editor->terminal) edit.el_end(editor->terminal);
  if (editor->past) edit.history_end(editor->past);
  free(editor);
}

const char *line_edit_next(line_edit *editor, const char *prompt, bool *isGivenUp) {
  editor->prompt = prompt;
  editor->is_given_up = false;
  int count = 0;
  const char *line = edit.el_gets(editor->terminal, &count);
  *isGivenUp = editor->is_given_up;
  return line && count > 0 && !editor->is_given_up ? line : NULL;
}

void line_edit_remember(line_edit *editor, const char *line) {
  HistEvent event;
  edit.history(editor->past, &event, H_ENTER, line);
}

void line_edit_insert(line_edit *editor, const char *text) {
  edit.el_insertstr(editor->terminal, text);
}

void line_edit_suspend(line_edit *editor) {
  edit.el_set(editor->terminal, EL_PREP_TERM, 0);
}

void line_edit_resume(line_edit *editor) {
  edit.el_set(editor->terminal, EL_PREP_TERM, 1);
  edit.el_set(editor->terminal, EL_REFRESH, 0);
}

void line_edit_resize(line_edit *editor) { edit.el_resize(editor->terminal); }
