import Foundation

/// What this process has used so far.
public struct ResourceUse {
  /// Of processor time.
  public let seconds: Double
  /// The most memory that it held, in bytes.
  public let peakMemory: Int

  /// What it has used until now.
  public static var now: ResourceUse {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      let unit = 1
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let unit = 1024
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return ResourceUse(
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemory: usage.ru_maxrss * unit)
  }
}
