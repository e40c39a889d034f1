// The kinds of things modules refer to, each with its name in the ledger and the letters of its codes. What only one
// module speaks of stands in that module.
public import Feature

/// A place where the programme happens.
public enum NeighbourhoodEntity: Entity {
  /// Its name in the ledger.
  public static let object = "regions.neighbourhood"
  /// The letters that begin its codes.
  public static let prefix: String? = "NB"
  /// What people call it.
  public static let texts = Texts("محله", "neighbourhood")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام محله", "name of the neighbourhood")
}

/// Somebody with a file.
public enum PersonEntity: Entity {
  /// Its name in the ledger.
  public static let object = "people.person"
  /// The letters that begin its codes.
  public static let prefix: String? = "PE"
  /// What people call it.
  public static let texts = Texts("شخص", "person")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("کد ملی", "national ID")
  /// Digits of a national ID.
  public static let digitsOfName: Int? = 10
}

/// A colleague with an account.
public enum StaffEntity: Entity {
  /// Its name in the ledger.
  public static let object = "accounts.staff"
  /// The letters that begin its codes.
  public static let prefix: String? = "ST"
  /// What people call it.
  public static let texts = Texts("همکار", "staff member")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام کاربری", "user name")
}

/// A paper that was filed.
public enum DocumentEntity: Entity {
  /// Its name in the ledger.
  public static let object = "documents.document"
  /// The letters that begin its codes.
  public static let prefix: String? = "DC"
  /// What people call it.
  public static let texts = Texts("سند", "document")
}

/// A letter to an outside body.
public enum EnquiryEntity: Entity {
  /// Its name in the ledger.
  public static let object = "enquiries.enquiry"
  /// The letters that begin its codes.
  public static let prefix: String? = "EN"
  /// What people call it.
  public static let texts = Texts("استعلام", "enquiry")
}

/// A clock that runs.
public enum DeadlineEntity: Entity {
  /// Its name in the ledger.
  public static let object = "deadlines.deadline"
  /// The letters that begin its codes.
  public static let prefix: String? = "DL"
  /// What people call it.
  public static let texts = Texts("مهلت", "deadline")
}

/// A social-work clinic of S2.
public enum ClinicEntity: Entity {
  /// Its name in the ledger.
  public static let object = "mobilisation.clinic"
  /// The letters that begin its codes.
  public static let prefix: String? = "CL"
  /// What people call it.
  public static let texts = Texts("کلینیک مددکاری اجتماعی", "social-work clinic")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام کلینیک", "name of the clinic")
}

/// The volunteers of a place come together, with minutes.
public enum GatheringEntity: Entity {
  /// Its name in the ledger.
  public static let object = "mobilisation.gathering"
  /// The letters that begin its codes.
  public static let prefix: String? = "GH"
  /// What people call it.
  public static let texts = Texts("گردهمایی داوطلبان", "volunteers' gathering")
}

/// The needs of a neighbourhood in their order.
public enum RankingEntity: Entity {
  /// Its name in the ledger.
  public static let object = "mobilisation.ranking"
  /// The letters that begin its codes.
  public static let prefix: String? = "NR"
  /// What people call it.
  public static let texts = Texts("اولویت‌بندی نیازها", "needs ranking")
}

/// Volunteers of one neighbourhood.
public enum GroupEntity: Entity {
  /// Its name in the ledger.
  public static let object = "groups.group"
  /// The letters that begin its codes.
  public static let prefix: String? = "GR"
  /// What people call it.
  public static let texts = Texts("گروه", "group")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام گروه", "name of the group")
}

/// A course of S3.
public enum CourseEntity: Entity {
  /// Its name in the ledger.
  public static let object = "training.course"
  /// The letters that begin its codes.
  public static let prefix: String? = "CO"
  /// What people call it.
  public static let texts = Texts("دورهٔ آموزشی", "course")
}

/// A licensed institute, or one on its way.
public enum InstituteEntity: Entity {
  /// Its name in the ledger.
  public static let object = "institutes.institute"
  /// The letters that begin its codes.
  public static let prefix: String? = "IN"
  /// What people call it.
  public static let texts = Texts("مؤسسه", "institute")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام مؤسسه", "name of the institute")
}

/// A social-health base of S4.
public enum HealthBaseEntity: Entity {
  /// Its name in the ledger.
  public static let object = "healthbases.base"
  /// The letters that begin its codes.
  public static let prefix: String? = "HB"
  /// What people call it.
  public static let texts = Texts("پایگاه سلامت اجتماعی", "social-health base")
}

/// A yearly service-level agreement of a base.
public enum AgreementEntity: Entity {
  /// Its name in the ledger.
  public static let object = "healthbases.agreement"
  /// The letters that begin its codes.
  public static let prefix: String? = "AG"
  /// What people call it.
  public static let texts = Texts("توافق‌نامهٔ سطح خدمت", "service-level agreement")
}

/// What became of an agreement that ended.
public enum OutcomeEntity: Entity {
  /// Its name in the ledger.
  public static let object = "healthbases.outcome"
  /// The letters that begin its codes.
  public static let prefix: String? = "OC"
  /// What people call it.
  public static let texts = Texts("سرانجام توافق‌نامه", "outcome of an agreement")
}

/// The yearly measurement of a province or the nation.
public enum MeasurementEntity: Entity {
  /// Its name in the ledger.
  public static let object = "monitoring.measurement"
  /// The letters that begin its codes.
  public static let prefix: String? = "MS"
  /// What people call it.
  public static let texts = Texts("اندازه‌گیری سالانه", "yearly measurement")
}

/// A county of a province, where the scopes of its officers end.
public enum CountyEntity: Entity {
  /// Its name in the ledger.
  public static let object = "regions.county"
  /// The letters that begin its codes, where the Statistical Centre has none.
  public static let prefix: String? = "CT"
  /// What people call it.
  public static let texts = Texts("شهرستان", "county")
  /// By what else it is found.
  public static let otherNames: Texts? = Texts("نام یا کد مرکز آمار", "name or Statistical Centre code")
  /// The Statistical Centre's codes of counties.
  public static let digitsOfName: Int? = 4
}

extension NamedObject {
  /// nil for what belongs to no county.
  public var county: ID<CountyEntity>? { countyRow.map { ID($0) } }
}
