#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

// Debian's libstdc++.a uses arc4random, which came with glibc 2.36; all other functions that the
// program needs are in 2.35. Nothing here calls it, but without it the program would not start.
uint32_t arc4random(void) {
  uint32_t number;
  if (getrandom(&number, sizeof number, 0) != sizeof number) abort();
  return number;
}
