import Secrets
public import Store

extension Registry {
  /// The steps of the schema, as a store is compared with them.
  public var schema: Migrations { Migrations(migrations) { Digest.sha256($0) } }
}
