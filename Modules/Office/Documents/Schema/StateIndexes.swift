import Feature

extension DocumentsSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "documents.states",
    "CREATE INDEX documents_document_state ON documents_document(state, province)")
}
