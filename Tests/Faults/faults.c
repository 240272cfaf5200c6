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
//   FAULTS_PACE   how fast that clock goes; it stands still otherwise
//   FAULTS_SEED   the start of all random numbers, likewise
//   FAULTS_HASTE  "1" to skip the pauses between attempts to get a lock
#include "faults.h"

static const char *root, *kinds;
static int logFile = -1, keepsData;
static long calls, at, remaining;
static int killsAt, isTorn, isShort, error;
static unsigned char watched[descriptors], isRotten[descriptors];
static char rottenName[256];
static long rottenOffset = -1;
static unsigned rottenMask;

// Other libraries may make calls before this one is set up.
long (*systemCall(void))(long, ...) {
  static long (*call)(long, ...);
  if (!call) *(void **)&call = dlsym(RTLD_NEXT, "syscall");
  return call;
}

long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static const struct { const char *name; int number; } errors[] = {
  {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO}, {"EINTR", EINTR},
  {"ENOLCK", ENOLCK}, {"ENOMEM", ENOMEM}, {"EACCES", EACCES}, {"EROFS", EROFS},
  {"EMFILE", EMFILE},
};

__attribute__((constructor)) static void start(void) {
  root = getenv("FAULTS_ROOT");
  kinds = getenv("FAULTS_KINDS");
  keepsData = number("FAULTS_DATA");
  at = number("FAULTS_AT");
  remaining = number("FAULTS_LAST");
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

enum verdict judge(const char *kind) {
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

void record(
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

void dieIf(enum verdict verdict) {
  if (verdict == diesHalfway) kill(getpid(), SIGKILL);
}

// MARK: Which files

int isWatching(void) { return root != NULL; }

const char *inside(int folder, const char *path, char *buffer) {
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

int isWatched(int fd) { return fd >= 0 && fd < descriptors && watched[fd]; }

void watch(int fd, const char *path) {
  if (fd < 0 || fd >= descriptors) return;
  watched[fd] = 1;
  const char *name = strrchr(path, '/');
  isRotten[fd] = rottenOffset >= 0 && name && !strcmp(name + 1, rottenName);
}

void unwatch(int fd) { watched[fd] = isRotten[fd] = 0; }

void rot(int fd, void *data, ssize_t size, off64_t offset) {
  if (isRotten[fd] && size > 0 && rottenOffset >= offset && rottenOffset < offset + size)
    ((unsigned char *)data)[rottenOffset - offset] ^= rottenMask;
}
