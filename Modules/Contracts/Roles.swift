public import Feature

/// The posts of the programme; each is held in a region (programme.md, "Who works with it").
extension Role {
  /// Switches modules on and off, sets parameters for the nation and for provinces, creates provincial administrators.
  public static let nationalAdmin = Role("national.admin", "بهزیستی کشور", "national office")
  /// Looks on while S2 is carried out, in all provinces.
  public static let nationalObserver = Role("national.observer", "دفتر امور زنان و خانواده", "Office for Women and Family Affairs")
  /// Signs agreements in principle, licences and agreements of a province.
  public static let provincialDirector = Role("provincial.director", "مدیرکل", "director-general")
  /// Supervises S0 and approves a base's year of activities (S4).
  public static let preventionDeputy = Role("prevention.deputy", "معاون پیشگیری", "deputy for prevention")
  /// Owner of the training of S3.
  public static let rehabilitationDeputy = Role("rehabilitation.deputy", "معاون توانبخشی", "deputy for rehabilitation")
  /// Owner of the scheme of S2.
  public static let socialDeputy = Role("social.deputy", "معاون امور اجتماعی", "deputy for social affairs")
  /// Prepares the courses of S3 that the deputy for rehabilitation decides on.
  public static let rehabilitationExpert = Role("rehabilitation.expert", "کارشناس توانبخشی", "rehabilitation expert")
  /// Prepares what the deputy for social affairs decides in the scheme of S2.
  public static let schemeExpert = Role("scheme.expert", "کارشناس مسئول طرح", "responsible expert of the scheme")
  /// Process owner of S0: mobilisation, groups, the yearly measurement.
  public static let preventionOfficer = Role("prevention.officer", "کارشناس پیشگیری", "prevention officer")
  /// Institutes' files and enquiries (S0).
  public static let ngoOfficer = Role("ngo.officer", "کارشناس مراکز غیردولتی", "officer for non-governmental centres")
  /// The first desk, in one county: requests, papers, identity in person (S1).
  public static let countyOfficer = Role("county.officer", "بهزیستی شهرستان", "county welfare office")
  /// Records facilitation, meetings and activities of the groups assigned to them, and sees nothing else.
  public static let facilitator = Role("facilitator", "تسهیلگر", "facilitator", seesAssigned: true)
  /// Accounts of the province's staff.
  public static let provincialAdmin = Role("provincial.admin", "مدیر سامانهٔ استان", "provincial administrator")
  /// Reads everything and changes nothing; verifies the ledger.
  public static let auditor = Role("auditor", "بازرس", "auditor")

  /// So many days after the last other administrator of the nation held the post, one hand is enough where two are asked for
  /// (a default of this product): who sends the other one away is not alone by that.
  public static let daysUntilAlone = 7

  /// Every post, in the order in which they are listed to people.
  public static let all: [Role] = [
    nationalAdmin, nationalObserver, provincialDirector, preventionDeputy, rehabilitationDeputy, socialDeputy,
    rehabilitationExpert, schemeExpert,
    preventionOfficer, ngoOfficer, countyOfficer, facilitator, provincialAdmin, auditor,
  ]
}
