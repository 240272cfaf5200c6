// The watched calls on files: each is counted and recorded, and may go wrong.
#include "faults.h"

// MARK: Opening and closing

static int opened(int folder, const char *path, int flags, mode_t mode) {
  char buffer[4096];
  const char *file = inside(folder, path, buffer);
  if (!file && path && !strcmp(path, "/dev/urandom")) {
    int fd = openRandomBytes();
    if (fd >= 0) return fd;
  }
  if (!file) return direct(SYS_openat, folder, path, flags, mode);
  struct stat status;
  int isNameless = (flags & O_TMPFILE) == O_TMPFILE;
  int isNew = isNameless ||
    ((flags & O_CREAT) && direct(SYS_newfstatat, folder, path, &status, 0) != 0);
  const char *kind = isNew ? "create" : "open";
  enum verdict verdict = judge(kind);
  int fd = verdict == fails ? -1 : direct(SYS_openat, folder, path, flags, mode);
  if (fd >= 0) watch(fd, file);
  record(kind, fd, fd, flags & O_TRUNC ? 1 : 0, 0, isNameless ? "" : file, NULL);
  dieIf(verdict);
  return fd;
}

#define MODE(flags, last) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list list; \
    va_start(list, last); \
    mode = va_arg(list, mode_t); \
    va_end(list); \
  }

int open(const char *path, int flags, ...) {
  MODE(flags, flags);
  return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags, flags);
  return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(flags, flags);
  return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags, flags);
  return opened(folder, path, flags, mode);
}

int close(int fd) {
  if (isWatched(fd)) {
    unwatch(fd);
    record("close", 0, fd, 0, 0, NULL, NULL);
  }
  return direct(SYS_close, fd);
}

// MARK: Reading and writing

ssize_t read(int fd, void *data, size_t size) {
  if (!isWatched(fd)) return direct(SYS_read, fd, data, size);
  enum verdict verdict = judge("read");
  if (verdict == isCutShort && size > 1) size /= 2;
  off64_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t got = verdict == fails ? -1 : direct(SYS_read, fd, data, size);
  rot(fd, data, got, offset);
  record("read", got, fd, offset, size, NULL, NULL);
  dieIf(verdict);
  return got;
}

ssize_t pread64(int fd, void *data, size_t size, off64_t offset) {
  if (!isWatched(fd)) return direct(SYS_pread64, fd, data, size, offset);
  enum verdict verdict = judge("read");
  if (verdict == isCutShort && size > 1) size /= 2;
  ssize_t got = verdict == fails ? -1 : direct(SYS_pread64, fd, data, size, offset);
  rot(fd, data, got, offset);
  record("read", got, fd, offset, size, NULL, NULL);
  dieIf(verdict);
  return got;
}

ssize_t pread(int fd, void *data, size_t size, off_t offset) {
  return pread64(fd, data, size, offset);
}

// The writes; `offset` is -1 at the place of the descriptor.
static ssize_t put(int fd, const void *data, size_t size, off64_t offset) {
  // What the person sees is recorded too: from then on the entry counts as logged.
  int isOutput = isWatching() && (fd == 1 || fd == 2);
  int isCounted = isWatched(fd) || isOutput;
  const char *kind = isOutput ? (fd == 1 ? "print" : "tell") : "write";
  enum verdict verdict = isCounted ? judge(kind) : goesWell;
  if ((verdict == isCutShort || verdict == diesHalfway) && size > 1) size /= 2;
  off64_t place = offset;
  if (isCounted && offset < 0) {
    struct stat status;
    int isAppended = fcntl(fd, F_GETFL) & O_APPEND;
    place = isAppended && !fstat(fd, &status) ? status.st_size : lseek(fd, 0, SEEK_CUR);
  }
  ssize_t put = -1;
  if (verdict != fails)
    put = offset < 0 ? direct(SYS_write, fd, data, size)
                     : direct(SYS_pwrite64, fd, data, size, offset);
  if (isCounted) record(kind, put, fd, place, put < 0 ? 0 : put, NULL, put < 0 ? NULL : data);
  dieIf(verdict);
  return put;
}

ssize_t write(int fd, const void *data, size_t size) { return put(fd, data, size, -1); }

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  return put(fd, data, size, offset);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
  return put(fd, data, size, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  ssize_t sum = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = put(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return sum ? sum : -1;
    sum += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return sum;
}

// MARK: Calls that succeed or fail as a whole

// Makes the call `body`, unless it goes wrong; in `result`.
#define WHOLE(kind, fd, offset, path, body) \
  enum verdict verdict = judge(kind); \
  long result = verdict == fails ? -1 : (body); \
  record(kind, result, fd, offset, 0, path, NULL); \
  dieIf(verdict); \
  return result

int fsync(int fd) {
  if (!isWatched(fd)) return direct(SYS_fsync, fd);
  WHOLE("sync", fd, 0, NULL, direct(SYS_fsync, fd));
}

int fdatasync(int fd) {
  if (!isWatched(fd)) return direct(SYS_fdatasync, fd);
  WHOLE("sync", fd, 0, NULL, direct(SYS_fdatasync, fd));
}

int ftruncate64(int fd, off64_t size) {
  if (!isWatched(fd)) return direct(SYS_ftruncate, fd, size);
  WHOLE("truncate", fd, size, NULL, direct(SYS_ftruncate, fd, size));
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int fchmod(int fd, mode_t mode) {
  if (!isWatched(fd)) return direct(SYS_fchmod, fd, mode);
  WHOLE("chmod", fd, mode, NULL, direct(SYS_fchmod, fd, mode));
}

int chmod(const char *path, mode_t mode) {
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return direct(SYS_chmod, path, mode);
  WHOLE("chmod", -1, mode, file, direct(SYS_chmod, path, mode));
}

int unlink(const char *path) {
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return direct(SYS_unlink, path);
  WHOLE("unlink", -1, 0, file, direct(SYS_unlink, path));
}

int rmdir(const char *path) {
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return direct(SYS_rmdir, path);
  WHOLE("rmdir", -1, 0, file, direct(SYS_rmdir, path));
}

int mkdir(const char *path, mode_t mode) {
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return direct(SYS_mkdir, path, mode);
  WHOLE("mkdir", -1, 0, file, direct(SYS_mkdir, path, mode));
}

// Two paths, recorded with a tab between them.
static char *both(const char *from, const char *to, char *buffer) {
  char first[4096], second[4096];
  const char *source = inside(AT_FDCWD, from, first);
  const char *target = inside(AT_FDCWD, to, second);
  if (!source || !target) return NULL;
  snprintf(buffer, 8200, "%s\t%s", source, target);
  return buffer;
}

int rename(const char *from, const char *to) {
  char buffer[8200];
  const char *files = both(from, to, buffer);
  if (!files) return direct(SYS_rename, from, to);
  WHOLE("rename", -1, 0, files, direct(SYS_rename, from, to));
}

int linkat(int folder, const char *from, int newFolder, const char *to, int flags) {
  char target[4096], buffer[8200];
  const char *file = inside(newFolder, to, target);
  if (!file) return direct(SYS_linkat, folder, from, newFolder, to, flags);
  // A nameless file is linked by its descriptor.
  snprintf(buffer, sizeof buffer, "%s\t%s", from, file);
  WHOLE("link", -1, 0, buffer, direct(SYS_linkat, folder, from, newFolder, to, flags));
}

int link(const char *from, const char *to) {
  char buffer[8200];
  const char *files = both(from, to, buffer);
  if (!files) return direct(SYS_link, from, to);
  WHOLE("link", -1, 0, files, direct(SYS_link, from, to));
}

// MARK: Locks, memory and the state of files

static int controlled(int fd, int command, long argument) {
  if (!isWatched(fd)) return direct(SYS_fcntl, fd, command, argument);
  struct flock *lock = (struct flock *)argument;
  if ((command == F_SETLK || command == F_SETLKW) && lock->l_type != F_UNLCK) {
    WHOLE("lock", fd, lock->l_start, NULL, direct(SYS_fcntl, fd, command, argument));
  }
  int result = direct(SYS_fcntl, fd, command, argument);
  if ((command == F_DUPFD || command == F_DUPFD_CLOEXEC) && result >= 0) {
    watch(result, "");
  }
  return result;
}

int fcntl(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  long argument = va_arg(list, long);
  va_end(list);
  return controlled(fd, command, argument);
}

int fcntl64(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  long argument = va_arg(list, long);
  va_end(list);
  return controlled(fd, command, argument);
}

void *mmap64(void *start, size_t size, int protection, int flags, int fd, off64_t offset) {
  REAL(mmap64);
  if (!isWatched(fd)) return real(start, size, protection, flags, fd, offset);
  enum verdict verdict = judge("map");
  void *result =
    verdict == fails ? MAP_FAILED : real(start, size, protection, flags, fd, offset);
  record("map", result == MAP_FAILED ? -1 : 0, fd, offset, size, NULL, NULL);
  dieIf(verdict);
  return result;
}

int stat(const char *path, struct stat *status) {
  REAL(stat);
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return real(path, status);
  WHOLE("stat", -1, 0, file, real(path, status));
}

int stat64(const char *path, struct stat64 *status) {
  REAL(stat64);
  char buffer[4096];
  const char *file = inside(AT_FDCWD, path, buffer);
  if (!file) return real(path, status);
  WHOLE("stat", -1, 0, file, real(path, status));
}

int fstat64(int fd, struct stat64 *status) {
  REAL(fstat64);
  if (!isWatched(fd)) return real(fd, status);
  WHOLE("stat", fd, 0, NULL, real(fd, status));
}
