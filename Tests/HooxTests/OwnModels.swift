import Foundation
import Hoox
import HooxSandbox
import HooxTestModels

extension HooxSandbox {
  /// The service with the models of `schemas` beside this file, which no refresh of the shipped ones changes.
  static func played(
    credits: Decimal = 1_000, pace: Pace = Pace(), webhooks: (any Transport)? = nil,
    clock: any Clock<Duration> = ContinuousClock()
  ) -> HooxSandbox {
    HooxSandbox(
      credits: credits, models: OwnModels.all.map { $0.model }, pace: pace, webhooks: webhooks,
      clock: clock)
  }
}
