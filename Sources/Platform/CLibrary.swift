// The one place that imports the C library, so that a port to another system
// starts, and nearly ends, here. Everything else imports `Platform`.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif
