// What the parts of the preloaded library share; see faults.c.
#pragma once
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

#pragma GCC visibility push(hidden)

enum { descriptors = 1024 };

// What becomes of a call.
enum verdict { goesWell, fails, isCutShort, diesHalfway };

// The system call itself; the function `syscall` is one of those that are watched.
#define direct(...) (systemCall()(__VA_ARGS__))
long (*systemCall(void))(long, ...);

// The C library's function of that name.
#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

// The value of a variable; 0 without it.
long number(const char *variable);

// Counts a call, and decides what becomes of it. The kill before a call is done here.
enum verdict judge(const char *kind);
// Kills the program in the middle of a call.
void dieIf(enum verdict verdict);

// Appends a line to the log: number, kind, result, descriptor, offset, length, whether
// data follow, and path, with tabs between; then `length` bytes of the data.
void record(
  const char *kind, long result, int fd, long offset, long length, const char *path,
  const void *data);

// Whether there is a folder whose files are watched.
int isWatching(void);
// The absolute path, in `buffer` of 4096 bytes; NULL if it is not below that folder.
const char *inside(int folder, const char *path, char *buffer);
// Whether an open file is below that folder.
int isWatched(int fd);
void watch(int fd, const char *path);
void unwatch(int fd);
// Changes the rotten byte, if it was read.
void rot(int fd, void *data, ssize_t size, off64_t offset);

// A file with random bytes of the seed; -1 if there is no seed.
int openRandomBytes(void);

#pragma GCC visibility pop
