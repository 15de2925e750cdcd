import Foundation
import TypedMedia
import TypedMediaTerminal
import TypedMediaUpdating

/// Waits for jobs, saves what they make, and says where.
struct ResultCollector: Sendable {
  let client: any RawClient
  let settings: JobSettings
  let view: ProgressView
  let console: Console

  /// Collects what jobs make. One that fails takes nothing from the others.
  ///
  /// - Parameter cost: What they cost together; `nil` where that is not known.
  /// - Returns: How the program ends.
  /// - Throws: ``Stop``, where it was interrupted or cannot print.
  func collect(_ jobs: [JobHandle], costing cost: Cost? = nil) async throws(Stop) -> ExitStatus {
    var status = ExitStatus.success
    for (index, job) in jobs.enumerated() {
      let name = (job.model ?? job.service) + (jobs.count > 1 ? " \(index + 1)/\(jobs.count)" : "")
      do {
        try await collect(job, named: name)
      } catch is CancellationError {
        throw interruption(of: jobs[index...], costing: cost)
      } catch let error as MediaError {
        status = max(status, say(error, of: job))
      } catch let stop as Stop {
        throw stop
      } catch {
        view.say("error: \(job.id): \(reason(for: error).printable)")
        status = max(status, .unavailable)
      }
    }
    return status
  }

  private func collect(_ job: JobHandle, named name: String) async throws {
    view.show(ProgressLine(name, "waiting"))
    let result: GenerationResult
    do {
      result = try await client.result(of: job) { status in
        view.show(ProgressLine(name, status.word, fraction: status.progress))
      }
    } catch let error as MediaError where error.endsJob {
      try await client.acknowledge(job)
      throw error
    }
    var files: [URL] = []
    for file in result.files {
      let stem = freeName(like: file.name)
      files.append(
        try await client.save(file, in: settings.folder, named: stem) { progress in
          view.show(ProgressLine(name, "saving \(stem)", fraction: progress.fraction))
        })
    }
    view.end()
    // A text is nowhere else: until it is printed, the job stays open.
    if settings.printsJSON {
      try console.print(result.json.text(.indented))
      for file in files { view.say("saved \(shown(file))") }
    } else if files.isEmpty {
      try console.print(console.width == nil ? result.text : result.text.printableLines)
    } else {
      for file in files { try console.print(shown(file)) }
    }
    try await client.acknowledge(job)
  }

  /// A file's path: as the folder was named, for it is read by whatever comes next in the same folder.
  private func shown(_ file: URL) -> String {
    let folder = settings.folder.relativePath
    let name = file.lastPathComponent
    return folder == "." || folder == "./"
      ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name
  }

  /// The name, without an extension, of a file that is not there yet: what is paid is never refused
  /// because of what is there.
  private func freeName(like name: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: settings.folder.path)) ?? []
    // Some systems take names that differ in case for one.
    let taken = Set(
      names.map { NSString(string: $0).deletingPathExtension.lowercased() }
        + names.map { $0.lowercased() })
    var (candidate, number) = (name, 1)
    while taken.contains(candidate.lowercased()) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }

  /// Says what is wrong with a job, and how to come back to it where there is still something to have.
  private func say(_ error: MediaError, of job: JobHandle) -> ExitStatus {
    let stop = Stop(error)
    view.end()
    view.say(stop.message ?? "")
    if !error.endsJob {
      view.say("The job may go on: \(settings.resumeCommand([job.id]))")
    }
    return stop.status
  }

  private func interruption(of jobs: ArraySlice<JobHandle>, costing cost: Cost?) -> Stop {
    view.end()
    let subject = jobs.count == 1 ? "the job goes on" : "\(jobs.count) jobs go on"
    let price = cost.map { " (\($0))" } ?? ""
    return Stop(
      message: """
        Stopped waiting: \(subject) at \(client.serviceName), and is paid\(price). Come back to it with
          \(settings.resumeCommand(jobs.map(\.id)))
        """, status: .interrupted)
  }
}

extension MediaError {
  /// Tells whether there is nothing to have of the job any more.
  fileprivate var endsJob: Bool {
    [.generationFailed, .generationCancelled, .resultExpired].contains(code)
  }
}

extension String {
  /// The text, line by line, without what would move the cursor: a model may write anything.
  fileprivate var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).printable }.joined(separator: "\n")
  }
}
