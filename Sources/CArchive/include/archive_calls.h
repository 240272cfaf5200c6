// The calls of libarchive that reading needs, looked up when the first archive
// is read.
//
// Linked, libarchive would cost every command the loading of its own dozen
// libraries: a third of the start-up.
#ifndef NERVE_ARCHIVE_CALLS_H
#define NERVE_ARCHIVE_CALLS_H

#include <archive.h>
#include <archive_entry.h>

#define ARCHIVE_CALLS(CALL)                  \
  CALL(archive_read_new)                     \
  CALL(archive_read_free)                    \
  CALL(archive_read_support_filter_gzip)     \
  CALL(archive_read_support_format_zip_streamable) \
  CALL(archive_read_support_format_raw)      \
  CALL(archive_read_open)                    \
  CALL(archive_read_next_header)             \
  CALL(archive_read_data)                    \
  CALL(archive_format)                       \
  CALL(archive_entry_filetype)               \
  CALL(archive_entry_is_data_encrypted)      \
  CALL(archive_entry_pathname_utf8)          \
  CALL(archive_entry_pathname)

/// The functions, each under its own name and with the type in <archive.h>.
typedef struct {
#define ARCHIVE_FIELD(name) __typeof__(name) *_Nonnull name;
  ARCHIVE_CALLS(ARCHIVE_FIELD)
#undef ARCHIVE_FIELD
} archive_calls;

/// Loads libarchive, which stays loaded; NULL if it is missing or lacks one of
/// the functions.
const archive_calls *_Nullable archive_calls_load(void);

#endif
