import Foundation

/// Everything that there is to be read of a value.
package func printedText(of value: Any) -> String {
  var text = "\(value) " + String(reflecting: value) + " "
  dump(value, to: &text)
  if let error = value as? any Error {
    text += error.localizedDescription + "\(error as NSError) \((error as NSError).userInfo)"
  }
  return text
}
