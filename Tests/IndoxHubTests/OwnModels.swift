import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels

extension IndoxHubSandbox {
  /// The service with the models of `schemas` beside this file, which no refresh of the shipped ones changes.
  static func played(
    credits: Decimal = 100_000, pace: Pace = Pace(), immediateProviders: Set<String> = ["google"],
    resultForm: ResultForm = .url, clock: any Clock<Duration> = ContinuousClock()
  ) -> IndoxHubSandbox {
    IndoxHubSandbox(
      credits: credits, models: OwnModels.all.map { $0.model }, pace: pace,
      immediateProviders: immediateProviders, resultForm: resultForm, clock: clock)
  }
}
