/// How a store itself stands, whoever asks: what it is for, and whether its clock is believed.
struct StoreCondition: Sendable {
  let environment: StoreEnvironment
  let clockGuard: ClockGuard
}
