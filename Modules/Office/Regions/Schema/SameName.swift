import Feature

extension RegionsSchema {
  /// An index takes two rows without a county for different ones. Stores of version 0.1.0 may hold a name twice, on which one
  /// that knows better could not be built: what is added from now on is refused, what is there stays.
  static let sameName = Migration(
    "regions.same-name",
    """
    CREATE TRIGGER regions_neighbourhood_once BEFORE INSERT ON regions_neighbourhood
    WHEN new.county IS NULL AND EXISTS (
      SELECT 1 FROM regions_neighbourhood WHERE name_key = new.name_key AND province = new.province AND county IS NULL)
    BEGIN SELECT raise(ABORT, 'regions_neighbourhood: a name twice without a county'); END
    """)
}
