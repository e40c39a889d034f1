import Contracts
import Engine
import Feature

/// A line of the table of rights: a route, and a letter for each post that may take it.
///
/// N national office · O office for women and family · D director-general · P S R deputies for prevention, social affairs,
/// rehabilitation · p prevention officer · n officer for non-governmental centres · c county office · f facilitator ·
/// A provincial administrator · a auditor · * whoever has not signed in
struct Rights {
  let roles: Set<String>
  let isForNobody: Bool

  private static let letters: [(letter: Character, role: Role)] = [
    ("N", .nationalAdmin), ("O", .nationalObserver), ("D", .provincialDirector), ("P", .preventionDeputy), ("S", .socialDeputy),
    ("R", .rehabilitationDeputy), ("p", .preventionOfficer), ("n", .ngoOfficer), ("c", .countyOfficer), ("f", .facilitator),
    ("A", .provincialAdmin), ("a", .auditor),
  ]

  static let all: [String: Rights] = Dictionary(
    table.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let held = letters.filter { words.last?.contains($0.letter) == true }.map(\.role.id)
      return (String(words[0]), Rights(roles: Set(held), isForNobody: words.last?.contains("*") == true))
    }, uniquingKeysWith: { first, _ in first })

  /// The line that a declaration would have.
  func line(_ id: String, _ roles: Set<String>) -> String {
    id + " " + Rights.letters.map { roles.contains($0.role.id) ? String($0.letter) : "." }.joined()
  }
}

extension Rights {
  private static let table = """
    accounts.assign-post               N.........A.
    accounts.create-staff              N.........A.
    accounts.disable                   N.........A.
    accounts.end-post                  N.........A.
    accounts.end-sessions              N.........A.
    accounts.login                     NODPSRpncfAa*
    accounts.logout                    NODPSRpncfAa
    accounts.me                        NODPSRpncfAa
    accounts.posts                     N.........Aa
    accounts.reset-password            N.........A.
    accounts.set-password              NODPSRpncfAa
    accounts.staff                     N.........Aa
    cases.show                         NODPSRpncfAa
    cases.tasks                        NODPSRpncfAa
    cases.trace                        NODPSRpncfAa
    configuration.explain              NODPSRpncfAa
    configuration.rules                NODPSRpncfAa
    configuration.set-parameter        N...........
    configuration.settings             NODPSRpncfAa
    configuration.switch-module        N...........
    configuration.switches             NODPSRpncfAa
    deadlines.acknowledge              N.DPSRpncfA.
    deadlines.list                     NODPSRpncfAa
    deadlines.notices                  NODPSRpncfAa
    deadlines.resume                   ...PSRpnc...
    deadlines.show                     NODPSRpncfAa
    deadlines.stop                     ...PSRpnc...
    deadlines.stops                    NODPSRpncfAa
    documents.content                  ..DPSRpnc...
    documents.file                     ....SRpncf..
    documents.list                     N.DPSRpncfAa
    documents.reject                   ..DPSRpnc...
    documents.show                     N.DPSRpncfAa
    documents.sight                    ....SRpnc...
    documents.supersede                ....SRpncf..
    documents.verify                   ..DPSRpnc...
    enquiries.answer                   ....S.pnc...
    enquiries.delays                   N.DPSRpnc.Aa
    enquiries.list                     N.DPSRpnc.Aa
    enquiries.send                     ....S.pnc...
    enquiries.show                     N.DPSRpnc.Aa
    enquiries.withdraw                 ....S.pnc...
    groups.accept-request              ......p.....
    groups.activities                  N.DP..pncf.a
    groups.admit-member                ......p.cf..
    groups.adopt-plan                  ......p.cf..
    groups.appoint                     ......p.cf..
    groups.assess-maturity             ......p.cf..
    groups.assessment                  N.DP..pncf.a
    groups.assessments                 N.DP..pncf.a
    groups.close-project               ......p.cf..
    groups.confirm-identity            ........c...
    groups.declare-mature              ...P........
    groups.declare-trained             ......p.....
    groups.dissolve                    ...P........
    groups.end-membership              ......p.cf..
    groups.group                       N.DP..pncf.a
    groups.groups                      N.DP..pncf.a
    groups.members                     N.DP..pncf.a
    groups.merge                       ...P........
    groups.offices                     N.DP..pncf.a
    groups.projects                    N.DP..pncf.a
    groups.record-activity             ......p.cf..
    groups.record-founding             ......p.cf..
    groups.refuse-request              ......p.....
    groups.regress                     ......p.....
    groups.request                     ......p.cf..
    groups.resume                      ......p.....
    groups.start-plan                  ......p.cf..
    groups.suspend                     ......p.....
    groups.trace                       N.DP..pncf.a
    healthbases.activities             N.DP..pncf.a
    healthbases.admit                  ...P........
    healthbases.agree                  ..D.........
    healthbases.agreement              N.DP..pncf.a
    healthbases.agreements             N.DP..pncf.a
    healthbases.approve-year           ...P........
    healthbases.bases                  N.DP..pncf.a
    healthbases.confirm-termination    ..DP..p.....
    healthbases.disapprove-year        ...P........
    healthbases.outcomes               N.DP..pncf.a
    healthbases.propose                ......pnc...
    healthbases.propose-termination    ..DP..p.....
    healthbases.record-activity        ......pncf..
    healthbases.release-held           ...P........
    healthbases.renewals               N.DP..pncf.a
    healthbases.resume-base            ...P........
    healthbases.show                   N.DP..pncf.a
    healthbases.suspend-base           ...P........
    healthbases.terminate              ..D.........
    institutes.agree-in-principle      ..D.........
    institutes.approve-file            ...PS.......
    institutes.dissolve                ..D.........
    institutes.institute               NODPS.pnc..a
    institutes.institutes              NODPS.pnc..a
    institutes.licences                NODPS.pnc..a
    institutes.license                 ..D.........
    institutes.members                 NODPS.pnc..a
    institutes.name-founder            .......nc...
    institutes.open-file               .......nc...
    institutes.register                NODPSRpncfAa
    institutes.reinstate               ..D.........
    institutes.relieve-member          .......nc...
    institutes.revoke                  ..D.........
    institutes.suspend                 ..D.........
    jobs.cancel                        NODPSRpncfAa
    jobs.import                        N...S.p...A.
    jobs.list                          NODPSRpncfAa
    jobs.night                         N...........
    jobs.result                        NODPSRpncfAa
    jobs.show                          NODPSRpncfAa
    jobs.verify                        N...........
    mobilisation.choose-neighbourhood  ....S.p.....
    mobilisation.clinic                NODPS.pncf.a
    mobilisation.clinics               NODPS.pncf.a
    mobilisation.extend-choice         ....S.......
    mobilisation.gathering             NODPS.pncf.a
    mobilisation.gatherings            NODPS.pncf.a
    mobilisation.hold-gathering        ....S.p.cf..
    mobilisation.key-person            NODPS.pncf.a
    mobilisation.key-persons           NODPS.pncf.a
    mobilisation.lock-ranking          ...PS.p.....
    mobilisation.name-key-person       ....S.p.cf..
    mobilisation.need                  NODPS.pncf.a
    mobilisation.needs                 NODPS.pncf.a
    mobilisation.propose-clinic        ....S.p.c...
    mobilisation.ranking               NODPS.pncf.a
    mobilisation.rankings              NODPS.pncf.a
    mobilisation.record-need           ....S.p.cf..
    mobilisation.register-volunteer    ....S.p.cf..
    mobilisation.reject-clinic         ....S.......
    mobilisation.score-need            ....S.p.cf..
    mobilisation.select-clinic         ....S.......
    mobilisation.start-ranking         ....S.p.cf..
    mobilisation.volunteer             NODPS.pncf.a
    mobilisation.volunteers            NODPS.pncf.a
    monitoring.approve                 ...P........
    monitoring.drilldown               N.DPSRp....a
    monitoring.indicators              N.DPSRp....a
    monitoring.measure                 ......p.....
    monitoring.measurement             N.DPSRp....a
    monitoring.measurements            N.DPSRp....a
    monitoring.recompute               N.DPSRp....a
    people.correct                     ....SRpnc...
    people.duplicates                  N.DPSRpncfAa
    people.list                        N.DPSRpncfAa
    people.register                    ....SRpnc...
    people.show                        N.DPSRpncfAa
    regions.add-county                 N...........
    regions.add-neighbourhood          N...S.p...A.
    regions.closures                   NODPSRpncfAa
    regions.counties                   NODPSRpncfAa
    regions.neighbourhood              NODPSRpncfAa
    regions.neighbourhoods             NODPSRpncfAa
    regions.order-closure              N...S.p...A.
    regions.populations                NODPSRpncfAa
    regions.record-population          N...........
    training.advance                   .....R......
    training.attendance                N.DP.Rp.cf.a
    training.certificates              N.DP.Rp.cf.a
    training.certify                   ..D..R......
    training.confirm-outside           .....R..cf..
    training.course                    N.DP.Rp.cf.a
    training.courses                   N.DP.Rp.cf.a
    training.define-template           N....R......
    training.enrol                     .....R..cf..
    training.enrolments                N.DP.Rp.cf.a
    training.evaluate                  .....R...f..
    training.mark-attendance           .....R...f..
    training.plan                      N.DP.Rp.cf.a
    training.revoke-certificate        ..D..R......
    training.schedule                  .....R......
    training.set-plan                  N...........
    training.settle                    .....R......
    training.settlements               N.DP.Rp.cf.a
    training.templates                 N.DP.Rp.cf.a
    training.withdraw                  .....R..cf..
    """
}
