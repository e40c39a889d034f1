/// An action by which somebody approves the thing it is on, so that whoever prepared or edited that thing may not take it:
/// such work is no task of theirs. `perform` asks `requireSeparationOfDuties` for the same row.
public protocol ApprovingAction: Action {}
