// Definitions that let the program start with a glibc older than the one it is built with.
