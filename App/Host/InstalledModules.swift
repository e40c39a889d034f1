public import Feature
import Accounts
import Configuration
import Deadlines
import Documents
import Enquiries
import Groups
import HealthBases
import Institutes
import Mobilisation
import Monitoring
import Objections
import People
import Engine
import Regions
import Training

/// What this build of Hamyar consists of; a new module is one line here.
public enum InstalledModules {
  public static let all: [any FeatureModule.Type] = [
    // Desks
    RegionsModule.self, AccountsModule.self, ConfigurationModule.self, PeopleModule.self, DocumentsModule.self,
    DeadlinesModule.self, EnquiriesModule.self, ObjectionsModule.self,
    // Features, along the road
    MobilisationModule.self, GroupsModule.self, TrainingModule.self, InstitutesModule.self, HealthBasesModule.self,
    MonitoringModule.self,
  ]
}
