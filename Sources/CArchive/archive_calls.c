#include "archive_calls.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static archive_calls calls;
static const archive_calls *loaded;

static void load(void) {
  void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define ARCHIVE_LOOK_UP(name)                           \
  if (!(calls.name = dlsym(library, #name))) return;
  ARCHIVE_CALLS(ARCHIVE_LOOK_UP)
#undef ARCHIVE_LOOK_UP
  loaded = &calls;
}

const archive_calls *archive_calls_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}
