import Contracts
import Feature
import TestKit
import Testing

/// The first lesson keeps what it says.
@Suite struct `The first lesson` {
  @Test func `its blocks are the sources, and its sources are the blocks`() throws {
    let page = try Page()
    let sources = try Page.sources()
    #expect(page.homeless.isEmpty, "Swift blocks without a file: \(page.homeless)")
    #expect(page.files.count == Set(page.files.map(\.path)).count, "a file stands twice")
    #expect(Set(page.files.map(\.path)) == Set(sources.keys))
    for (path, text) in page.files { #expect(text == sources[path], "\(path) is not what the page says") }
  }

  @Test func `its table of rights says who holds what its commands ask for`() throws {
    let module = ToolshedModule.module
    let specs = module.actions.map { $0.spec } + module.lists.map { $0.spec }
    let lines = specs.map { spec in
      ([spec.id] + Role.all.map { spec.permission.roles.contains($0.id) ? "x" : "-" } + ["-"]).joined(separator: ",")
    }
    let heading = (["command"] + Role.all.map(\.id) + ["nobody"]).joined(separator: ",")
    #expect(try Page.sources()["ToolshedTests/rights.csv"] == ([heading] + lines.sorted()).map { $0 + "\n" }.joined())
  }

  @Test(arguments: ModuleLaw.allCases) func `its module keeps every law`(law: ModuleLaw) throws {
    let written = try Page.written()
    #expect(written.count == 8, "its record, two rules, four actions and a list")
    #expect(try law.breaches(of: ToolshedModule.module, beside: [GroupsStandIn.module], written: written) == [])
  }

  @Test func `each omission makes one law red, with the sentence that the page tells`() throws {
    var due: [[String]] = []
    for omission in Omission.all {
      let red = try ModuleLaw.allCases.map {
        ($0, try $0.breaches(of: omission.module, beside: omission.others, written: omission.written))
      }.filter { !$0.1.isEmpty }
      #expect(red.map(\.0) == [omission.law], "\(omission.what): \(red)")
      due.append([omission.what, "`\(omission.law.rawValue)`", red.first?.1.first ?? "nothing"])
    }
    let table = due.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    #expect(try Page().omissions == due, "the page should say:\n\(table)")
  }

  @Test func `each law has an omission that makes it red`() {
    #expect(Set(Omission.all.map(\.law)) == Set(ModuleLaw.allCases))
  }
}
