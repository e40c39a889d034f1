import Contracts
import Feature

extension NeighbourhoodChoice {
  /// Why a choice does not stand; neighbourhoods are called by their names.
  enum Objection: RuleObjection {
    case twice(String), offScale(String), noReason(String), notHighest(String)
    case tooFew(Int)
    case outOfReach, chosenNotAmong

    var code: String {
      switch self {
      case .twice: "mobilisation.candidate-twice"
      case .offScale: "mobilisation.candidate-off-scale"
      case .noReason: "mobilisation.candidate-no-reason"
      case .notHighest: "mobilisation.choice-not-highest"
      case .tooFew: "mobilisation.choice-too-few"
      case .outOfReach: "mobilisation.choice-out-of-reach"
      case .chosenNotAmong: "mobilisation.choice-not-among"
      }
    }

    var texts: Texts {
      switch self {
      case .twice(let name): Texts("محلهٔ «\(name)» دو بار آمده است.", "The neighbourhood \(name) is given twice.")
      case .offScale(let name):
        Texts("امتیازهای «\(name)» باید میان ۰ و ۱۰۰ باشند.", "The scores of \(name) must lie between 0 and 100.")
      case .noReason(let name): Texts("علت رد «\(name)» نوشته نشده است.", "No reason is given for rejecting \(name).")
      case .notHighest(let name):
        Texts("«\(name)» امتیاز بیشتری از محلهٔ انتخاب‌شده دارد.", "\(name) has a higher total than the one chosen.")
      case .tooFew(let minimum):
        Texts(
          "دست‌کم \(PersianText.persianDigits("\(minimum)")) محله باید سنجیده شود.",
          "At least \(minimum) neighbourhoods must be weighed.")
      case .outOfReach:
        Texts(
          "کلینیک در محلهٔ انتخاب‌شده نیست و توان ایجاد پایگاه در آن را ندارد.",
          "The clinic does not stand in the chosen neighbourhood and cannot open a base there.")
      case .chosenNotAmong:
        Texts("محلهٔ انتخاب‌شده میان نامزدها نیست.", "The chosen neighbourhood is not among the candidates.")
      }
    }
  }
}
