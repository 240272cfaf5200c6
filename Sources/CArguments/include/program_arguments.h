// The arguments of the program, kept at its start.
//
// Swift reads them from /proc/self/cmdline on Linux. Where /proc is not mounted it finds none,
// and a program without arguments would drop what was typed.
#ifndef NERVE_PROGRAM_ARGUMENTS_H
#define NERVE_PROGRAM_ARGUMENTS_H

/// How many there are, the name of the program included.
int program_argument_count(void);
/// The arguments, or NULL if the C library does not hand them to constructors.
char *_Nullable *_Nullable program_arguments(void);

#endif
