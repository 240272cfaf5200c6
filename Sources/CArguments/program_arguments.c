#include "program_arguments.h"

// Any header of the C library tells which one it is.
#include <stdlib.h>

static int kept_count;
static char **kept;

int program_argument_count(void) { return kept_count; }
char **program_arguments(void) { return kept; }

// glibc calls constructors with the arguments of main; so does macOS.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  kept_count = count;
  kept = arguments;
}
#endif
