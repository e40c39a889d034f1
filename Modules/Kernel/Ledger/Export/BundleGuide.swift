/// The page that lies in a bundle: what is there, and the commands that check it.
enum BundleGuide {
  static func text(origin: String, size: UInt64, root: String) -> String {
    """
    \(origin) — \(size) — \(root)

    نسخه‌ای از دفتر امضاشدهٔ همیار، برای آزمودن با ابزارهای دیگران و بدون شبکه. ثبت‌ها دادهٔ شخصی ندارند: به جای آن تعهد آمده است.
    A copy of Hamyar's signed ledger, to be checked with other people's tools and without a network. Entries hold
    commitments instead of personal data.

    entries.jsonl   یک ثبت در هر سطر، همان بایت‌های امضاشده · one entry a line, the very bytes that are hashed
    checkpoint      یادداشت امضاشده (C2SP tlog-checkpoint) · the signed checkpoint; checkpoints/ holds earlier ones
    tile/           درخت و ثبت‌ها به شکل C2SP tlog-tiles · the tree and the entries as C2SP tlog-tiles
    keys.txt        کلید عمومی؛ با نسخهٔ چاپی بسنجید · the public key; compare it with the printed one
    log.pem log.pub همان کلید برای OpenSSL، minisign و signify · the same key for OpenSSL, minisign and signify

    1. sha256sum -c SHA256SUMS
    2. minisign -V -p log.pub -m SHA256SUMS
       signify-openbsd -V -p log.pub -x SHA256SUMS.sig -m SHA256SUMS
    3. sed '/^$/,$d' checkpoint > body; sed -n 's/^— [^ ]* //p' checkpoint | base64 -d | tail -c 64 > sig
       openssl pkeyutl -verify -pubin -inkey log.pem -rawin -in body -sigfile sig
    4. aics-tlog verify-inclusion --tiles . --vkey-file PRINTED-KEY --leaf-line 1 --leaves-file entries.jsonl --index 0
    5. { printf '\\0'; sed -n 1p entries.jsonl | tr -d '\\n'; } | sha256sum; sed -n 2p entries.jsonl | jq -r .prev

    """
  }
}
