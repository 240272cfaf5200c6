// The table of routines that the files of this target share.
#ifndef NERVE_ROUTINES_H
#define NERVE_ROUTINES_H

#include <sqlite3ext.h>

// Another extension in the same process has a table of the same name.
extern const sqlite3_api_routines *sqlite3_api
    __attribute__((visibility("hidden")));

#endif
