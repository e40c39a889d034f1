import Testing
import Values

@testable import Console

@Suite struct SheetLinesTests {
  private func summary(kept: Int64, failed: Int64, tried: Int64 = 5) -> Value {
    let cause: Value = .record([
      "code": "field.kind", "label": .record(["fa": "وزن", "en": "weight"]), "fa": "باید عدد باشد.", "en": "Must be a number.",
      "values": ["x", "۵٫۵"], "count": .int(failed), "rows": .list([2, 4]), "next": .list([.record(["fa": "درست کنید", "en": "Mend it"])]),
    ])
    return .record([
      "rows": 5, "tried": .int(tried), "changed": .int(tried - failed), "same": 0, "failed": .int(failed),
      "good": .int(tried - failed), "kept": .int(kept), "batch": kept > 0 ? 7 : .null, "causes": .list(failed > 0 ? [cause] : []),
    ])
  }

  @Test func `each cause is told once with its first rows, in one language`() {
    let en = SheetLines(.en).told(summary(kept: 0, failed: 3), isTrial: false)
    #expect(en.hasPrefix("5 rows: 2 new or changed, 0 the same, 3 refused; nothing was kept\n"))
    #expect(en.contains("✗ 3 rows: 2, 4 …\n    weight \"x\", \"۵٫۵\": Must be a number. [field.kind]\n      → Mend it\n"))
    #expect(!en.contains("وزن"))
    let fa = SheetLines(.fa).told(summary(kept: 0, failed: 3), isTrial: false)
    #expect(fa.contains("۳ سطر: ۲، ۴ …") && fa.contains("وزن «x»، «۵٫۵»: باید عدد باشد.") && !fa.contains("weight"))
  }

  @Test func `what was kept, left out, not tried or only tried is told apart`() {
    #expect(SheetLines(.en).told(summary(kept: 5, failed: 0), isTrial: false).contains("0 refused; sheet 7 (imports show 7)"))
    #expect(SheetLines(.en).told(summary(kept: 2, failed: 3), isTrial: false).contains("3 left out; sheet 7"))
    #expect(SheetLines(.en).told(summary(kept: 0, failed: 0), isTrial: true).contains("a trial, nothing was kept"))
    #expect(SheetLines(.en).told(summary(kept: 0, failed: 5), isTrial: false).contains("5 refused; nothing was kept"))
    #expect(SheetLines(.en).told(summary(kept: 2, failed: 1, tried: 3), isTrial: false).contains("2 not tried"))
  }
}
