public import Feature

/// The posts of the programme; each is held in a region (programme.md, "Who works with it").
extension Role {
  public static let nationalAdmin = Role("national.admin", "بهزیستی کشور", "national office")
  public static let nationalObserver = Role("national.observer", "دفتر امور زنان و خانواده", "Office for Women and Family Affairs")
  public static let provincialDirector = Role("provincial.director", "مدیرکل", "director-general")
  public static let preventionDeputy = Role("prevention.deputy", "معاون پیشگیری", "deputy for prevention")
  public static let rehabilitationDeputy = Role("rehabilitation.deputy", "معاون توانبخشی", "deputy for rehabilitation")
  public static let socialDeputy = Role("social.deputy", "معاون امور اجتماعی", "deputy for social affairs")
  public static let preventionOfficer = Role("prevention.officer", "کارشناس پیشگیری", "prevention officer")
  public static let ngoOfficer = Role("ngo.officer", "کارشناس مراکز غیردولتی", "officer for non-governmental centres")
  public static let countyOfficer = Role("county.officer", "بهزیستی شهرستان", "county welfare office")
  public static let facilitator = Role("facilitator", "تسهیلگر", "facilitator")
  public static let provincialAdmin = Role("provincial.admin", "مدیر سامانهٔ استان", "provincial administrator")
  public static let auditor = Role("auditor", "بازرس", "auditor")

  public static let all: [Role] = [
    nationalAdmin, nationalObserver, provincialDirector, preventionDeputy, rehabilitationDeputy, socialDeputy,
    preventionOfficer, ngoOfficer, countyOfficer, facilitator, provincialAdmin, auditor,
  ]
}
