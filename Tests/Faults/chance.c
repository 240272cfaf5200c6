// Time and chance: both come from the environment, so that runs repeat exactly.
#include "faults.h"

static long clockSeconds, startSeconds, pace;
static int isHasty;
// Two streams, so that the salts of a log do not change what the program draws.
static uint64_t randomState, urandomState;

__attribute__((constructor)) static void start(void) {
  struct timespec now;
  direct(SYS_clock_gettime, CLOCK_REALTIME, &now);
  startSeconds = now.tv_sec;
  clockSeconds = number("FAULTS_CLOCK");
  pace = number("FAULTS_PACE");
  isHasty = number("FAULTS_HASTE");
  randomState = urandomState = number("FAULTS_SEED");
}

// MARK: Time

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = direct(SYS_clock_gettime, clock, time);
  if (clockSeconds && clock == CLOCK_REALTIME)
    *time = (struct timespec){.tv_sec = clockSeconds + pace * (time->tv_sec - startSeconds)};
  return result;
}

int gettimeofday(struct timeval *time, void *zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  *time = (struct timeval){.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
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

// MARK: Chance

// SplitMix64.
static uint64_t next(uint64_t *state) {
  uint64_t mixed = *state += 0x9e3779b97f4a7c15;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
  return mixed ^ mixed >> 31;
}

int openRandomBytes(void) {
  if (!urandomState) return -1;
  int fd = direct(SYS_memfd_create, "urandom", 1);
  unsigned char bytes[4096];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = next(&urandomState);
  direct(SYS_write, fd, bytes, sizeof bytes);
  lseek(fd, 0, SEEK_SET);
  return fd;
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
