import Testing
import TypedMedia

@Suite struct PollingPolicyTests {
  @Test(arguments: [
    (PollingPolicy(first: .seconds(2), longest: .seconds(5), growth: 2, jitter: 0), [2, 4, 5, 5]),
    (PollingPolicy(first: .seconds(2), longest: .seconds(5), growth: 1.25, jitter: 0), [2, 2.5]),
    (PollingPolicy(first: .seconds(3), longest: .seconds(9), growth: 1, jitter: 0), [3, 3, 3]),
    (PollingPolicy(first: .seconds(1), longest: .seconds(8), growth: 3, jitter: 0), [1, 3, 8, 8]),
    (PollingPolicy(first: .seconds(5), longest: .seconds(2), growth: 2, jitter: 0), [5, 5, 5]),
    (PollingPolicy(first: .seconds(2), longest: .seconds(5), growth: 0, jitter: 0), [2, 2, 2]),
    (PollingPolicy(first: .zero, longest: .zero, growth: 1, jitter: 0), [0.001, 0.001]),
    (PollingPolicy(first: .seconds(-9), longest: .seconds(1), growth: 1, jitter: 0), [0.001]),
  ])
  func delaysGrowFromTheFirstToTheLongest(policy: PollingPolicy, seconds: [Double]) {
    #expect(Array(policy.prefix(seconds.count)) == seconds.map { .seconds($0) })
  }

  @Test(arguments: [(0.1, 9.0, 11.0), (1, 0, 20), (7, 0, 20), (-1, 10, 10)])
  func jitterStaysInItsBounds(jitter: Double, shortest: Double, longest: Double) {
    let policy = PollingPolicy(
      first: .seconds(10), longest: .seconds(10), growth: 1, jitter: jitter)
    let delays = Array(policy.prefix(2_000))
    #expect(delays.allSatisfy { $0 >= .seconds(shortest) && $0 <= .seconds(longest) })
    #expect(Set(delays).count > 1 || shortest == longest)
  }

  @Test func jitterDoesNotAddUp() {
    let policy = PollingPolicy(
      first: .seconds(1), longest: .seconds(1_000), growth: 2, jitter: 0.1)
    for (index, delay) in policy.prefix(9).enumerated() {
      let plain = Duration.seconds(1 << index)
      #expect(delay >= plain * 0.9 && delay <= plain * 1.1)
    }
  }

  /// Whatever it is made of, a policy goes on for as long as anyone may wait.
  @Test(arguments: [1e6, 1e300, .infinity, .nan, -.infinity])
  func aPolicyOfAnyGrowthGoesOn(growth: Double) {
    let policy = PollingPolicy(
      first: .seconds(1), longest: .seconds(60), growth: growth, jitter: 0)
    let delays = Array(policy.prefix(1_000))
    #expect(delays.count == 1_000)
    #expect(delays.allSatisfy { $0 >= .seconds(1) && $0 <= .seconds(60) })
  }

  @Test func anyJitterThatMakesNoSenseIsNone() {
    let policy = PollingPolicy(
      first: .seconds(1), longest: .seconds(1), growth: 1, jitter: .nan)
    #expect(Array(policy.prefix(2)) == [.seconds(1), .seconds(1)])
  }
}
