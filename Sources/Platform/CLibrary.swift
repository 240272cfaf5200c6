// The one place that names the C library, so that a port to another system begins, and
// nearly ends, here: everybody else imports `Platform`.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif
