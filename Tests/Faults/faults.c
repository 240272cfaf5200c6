// A library to preload: it stands between a program and the C library, counts the
// program's calls on the files below one folder, and lets one of them go wrong.
//
// What it does is told by the environment:
//
//   FAULTS_ROOT   the folder; calls on files elsewhere are left alone and not counted
//   FAULTS_LOG    a file to which every counted call is appended (see `record`)
//   FAULTS_DATA   "1" to record the bytes written too, for power cuts
//   FAULTS_AT     the number of the call that goes wrong, counted from 1
//   FAULTS_DO     kill, torn (half of it is done, then the kill), short, or an errno
//   FAULTS_KINDS  with FAULTS_LAST, the kinds of call that go wrong, with commas
//   FAULTS_LAST   how many further calls of these kinds fail; -1 is all of them
//   FAULTS_ROT    file:offset:mask, a byte that is read wrong, as from a rotten disk
//   FAULTS_CLOCK  the time, in seconds since 1970, so that runs repeat exactly
//   FAULTS_SEED   the start of all random numbers, likewise
//   FAULTS_HASTE  "1" to skip the pauses between attempts to get a lock
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { descriptors = 1024 };

static const char *root, *kinds;
static int logFile = -1, keepsData, isHasty;
static long calls, at, remaining;
static int killsAt, isTorn, isShort, error;
static unsigned char watched[descriptors], isRotten[descriptors];
static char rottenName[256];
static long rottenOffset = -1;
static unsigned rottenMask;
static long clockSeconds;
// Two streams, so that the salts of a log do not change what the program draws.
static uint64_t randomState, urandomState;

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

// The system call itself; the function `syscall` is one of those that are watched.
static long (*direct)(long, ...);

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static const struct { const char *name; int number; } errors[] = {
  {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO}, {"EINTR", EINTR},
  {"ENOLCK", ENOLCK}, {"ENOMEM", ENOMEM}, {"EACCES", EACCES}, {"EROFS", EROFS},
  {"EMFILE", EMFILE},
};

__attribute__((constructor)) static void start(void) {
  *(void **)&direct = dlsym(RTLD_NEXT, "syscall");
  root = getenv("FAULTS_ROOT");
  kinds = getenv("FAULTS_KINDS");
  keepsData = number("FAULTS_DATA");
  isHasty = number("FAULTS_HASTE");
  at = number("FAULTS_AT");
  remaining = number("FAULTS_LAST");
  clockSeconds = number("FAULTS_CLOCK");
  randomState = urandomState = number("FAULTS_SEED");
  const char *what = getenv("FAULTS_DO");
  if (what) {
    isTorn = !strcmp(what, "torn");
    killsAt = isTorn || !strcmp(what, "kill");
    isShort = !strcmp(what, "short");
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
      if (!strcmp(what, errors[i].name)) error = errors[i].number;
  }
  const char *rot = getenv("FAULTS_ROT");
  if (rot && sscanf(rot, "%255[^:]:%ld:%u", rottenName, &rottenOffset, &rottenMask) != 3)
    rottenOffset = -1;
  const char *log = getenv("FAULTS_LOG");
  if (log) {
    int low = direct(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    logFile = direct(SYS_fcntl, low, F_DUPFD_CLOEXEC, descriptors);
    direct(SYS_close, low);
  }
}

// MARK: What goes wrong

static int isNamed(const char *list, const char *kind) {
  size_t length = strlen(kind);
  for (const char *word = list; word && *word; word = strchr(word, ',')) {
    word += *word == ',';
    if (!strncmp(word, kind, length) && (word[length] == ',' || !word[length])) return 1;
  }
  return 0;
}

enum verdict { goesWell, fails, isCutShort, diesHalfway };

// Counts a call, and decides what becomes of it. The kill before a call is done here.
static enum verdict judge(const char *kind) {
  long call = ++calls;
  if (!at || call < at) return goesWell;
  if (call > at) {
    if (killsAt || !remaining || !isNamed(kinds, kind)) return goesWell;
    if (remaining > 0) remaining--;
  }
  if (isTorn) return diesHalfway;
  if (killsAt) kill(getpid(), SIGKILL);
  if (isShort) return isCutShort;
  errno = error;
  return fails;
}

// Appends a line to the log: number, kind, result, descriptor, offset, length and path,
// with tabs between; if `data` is given, `length` bytes of it follow.
static void record(
  const char *kind, long result, int fd, long offset, long length, const char *path,
  const void *data
) {
  if (logFile < 0) return;
  int before = errno;
  char line[9000];
  if (!keepsData) data = NULL;
  int size = snprintf(
    line, sizeof line, "%ld\t%s\t%ld\t%d\t%ld\t%ld\t%d\t%s\n", calls, kind,
    result < 0 ? -(long)before : result, fd, offset, length, data ? 1 : 0, path ? path : "");
  struct iovec parts[] = {{line, size}, {(void *)data, data ? length : 0}};
  direct(SYS_writev, logFile, parts, 2);
  errno = before;
}

static void dieIf(enum verdict verdict) {
  if (verdict == diesHalfway) kill(getpid(), SIGKILL);
}

// MARK: Which files

// The absolute path, in `buffer`; NULL if it is not below the root.
static const char *inside(int folder, const char *path, char *buffer) {
  if (!root || !path) return NULL;
  if (path[0] == '/') {
    snprintf(buffer, 4096, "%s", path);
  } else {
    char start[2048] = "";
    if (folder == AT_FDCWD) {
      if (!getcwd(start, sizeof start)) return NULL;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t size = readlink(link, start, sizeof start - 1);
      if (size < 0) return NULL;
      start[size] = 0;
    }
    snprintf(buffer, 4096, "%s/%s", start, path);
  }
  return strncmp(buffer, root, strlen(root)) ? NULL : buffer;
}

static int isWatched(int fd) { return fd >= 0 && fd < descriptors && watched[fd]; }

static void watch(int fd, const char *path) {
  if (fd < 0 || fd >= descriptors) return;
  watched[fd] = 1;
  const char *name = strrchr(path, '/');
  isRotten[fd] = rottenOffset >= 0 && name && !strcmp(name + 1, rottenName);
}

// SplitMix64.
static uint64_t next(uint64_t *state) {
  uint64_t mixed = *state += 0x9e3779b97f4a7c15;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
  return mixed ^ mixed >> 31;
}

// MARK: Opening and closing

static int opened(int folder, const char *path, int flags, mode_t mode) {
  char buffer[4096];
  const char *file = inside(folder, path, buffer);
  if (randomState && path && !strcmp(path, "/dev/urandom")) {
    // The random bytes of the seed, as a file.
    int fd = direct(SYS_memfd_create, "urandom", 1);
    unsigned char bytes[4096];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = next(&urandomState);
    direct(SYS_write, fd, bytes, sizeof bytes);
    lseek(fd, 0, SEEK_SET);
    return fd;
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
    watched[fd] = isRotten[fd] = 0;
    record("close", 0, fd, 0, 0, NULL, NULL);
  }
  return direct(SYS_close, fd);
}

// MARK: Reading and writing

static void rot(int fd, void *data, ssize_t size, off64_t offset) {
  if (isRotten[fd] && size > 0 && rottenOffset >= offset && rottenOffset < offset + size)
    ((unsigned char *)data)[rottenOffset - offset] ^= rottenMask;
}

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
  int isOutput = root && (fd == 1 || fd == 2);
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
  if ((command == F_DUPFD || command == F_DUPFD_CLOEXEC) && result >= 0 && result < descriptors) {
    watched[result] = watched[fd];
    record("open", result, result, 0, 0, NULL, NULL);
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

// MARK: Time and chance

int clock_gettime(clockid_t clock, struct timespec *time) {
  if (!clockSeconds || clock != CLOCK_REALTIME) return direct(SYS_clock_gettime, clock, time);
  *time = (struct timespec){.tv_sec = clockSeconds};
  return 0;
}

int gettimeofday(struct timeval *time, void *zone) {
  if (!clockSeconds) return direct(SYS_gettimeofday, time, zone);
  *time = (struct timeval){.tv_sec = clockSeconds};
  return 0;
}

int usleep(useconds_t microseconds) {
  struct timespec time = {microseconds / 1000000, microseconds % 1000000 * 1000};
  return isHasty ? 0 : direct(SYS_nanosleep, &time, NULL);
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

ssize_t getrandom(void *bytes, size_t size, unsigned flags) {
  if (!randomState) return direct(SYS_getrandom, bytes, size, flags);
  for (size_t i = 0; i < size; i++) ((unsigned char *)bytes)[i] = next(&randomState);
  return size;
}

// Some draw random numbers past the C library's functions.
long syscall(long call, ...) {
  va_list list;
  va_start(list, call);
  long first = va_arg(list, long), second = va_arg(list, long), third = va_arg(list, long);
  long fourth = va_arg(list, long), fifth = va_arg(list, long), sixth = va_arg(list, long);
  va_end(list);
  if (call == SYS_getrandom && randomState) return getrandom((void *)first, second, third);
  return direct(call, first, second, third, fourth, fifth, sixth);
}

int getentropy(void *bytes, size_t size) {
  return getrandom(bytes, size, 0) == (ssize_t)size ? 0 : -1;
}

void arc4random_buf(void *bytes, size_t size) { getentropy(bytes, size); }

uint32_t arc4random(void) {
  uint32_t result;
  getentropy(&result, sizeof result);
  return result;
}
