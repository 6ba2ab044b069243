import Testing
import Text

/// The same kind of news in many encodings, in base64: made by other software than that which is tested.
struct EncodedText: Sendable, CustomTestStringConvertible {
  var encoding: TextEncoding
  var bytes: [UInt8]
  var text: String

  var testDescription: String { encoding.rawValue }

  init(_ encoding: TextEncoding, _ text: String, _ base64: String) {
    (self.encoding, self.text) = (encoding, text)
    bytes = EncodedText.decoded(base64)
  }

  private static func decoded(_ base64: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for digit in base64.utf8.compactMap({ alphabet.firstIndex(of: $0) }) {
      (bits, count) = (bits << 6 | UInt32(digit), count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  static let all: [EncodedText] = [
    EncodedText(
      .windows1252,
      "“Café Möwe” – der Rat von Förde beschließt die alte Kaimauer’s Ende. Die Straße bleibt für ein Jahr gesperrt.",
      """
      k0NhZukgTfZ3ZZQgliBkZXIgUmF0IHZvbiBG9nJkZSBiZXNjaGxpZd90IGRpZSBhbHRlIEthaW1hdWVyknMgRW5kZS4gRGll
      IFN0cmHfZSBibGVpYnQgZvxyIGVpbiBKYWhyIGdlc3BlcnJ0Lg==
      """),
    EncodedText(
      .windows1250,
      "Rada města obnoví starou nábřežní zeď ještě letos v zimě. Práce začnou příští měsíc, řekl správce přístavu.",
      """
      UmFkYSBt7HN0YSBvYm5vdu0gc3Rhcm91IG7hYvhlnm7tIHpl7yBqZZp07CBsZXRvcyB2IHppbewuIFBy4WNlIHph6G5vdSBw
      +O2adO0gbexz7WMsIPhla2wgc3By4XZjZSBw+O1zdGF2dS4=
      """),
    EncodedText(
      .iso8859_2,
      "Rada miasta odbuduje tej zimy stary mur nad rzeką. Prace zaczną się w styczniu, powiedział zarządca portu.",
      """
      UmFkYSBtaWFzdGEgb2RidWR1amUgdGVqIHppbXkgc3RhcnkgbXVyIG5hZCByemVrsS4gUHJhY2UgemFjem6xIHNp6iB3IHN0
      eWN6bml1LCBwb3dpZWR6aWGzIHphcnqxZGNhIHBvcnR1Lg==
      """),
    EncodedText(
      .windows1251,
      "Совет решил восстановить старую набережную этой зимой. Работы начнутся в январе, сказал начальник порта.",
      """
      0e7i5fIg8OX46Osg4u7x8fLg7e7i6PL8IPHy4PDz/iDt4OHl8OXm7fP+IP3y7ukg5+js7ukuINDg4e7y+yDt4Pft8/Lx/yDi
      IP/t4uDw5Swg8erg5+DrIO3g9+Dr/O3o6iDv7vDy4C4=
      """),
    EncodedText(
      .koi8U,
      "Совет решил восстановить старую набережную этой зимой. Работы начнутся в январе, сказал начальник порта.",
      """
      88/XxdQg0sXbycwg18/T09TBzs/XydTYINPUwdLVwCDOwcLF0sXWztXAINzUz8og2snNz8ouIPLBws/U2SDOwd7O1dTT0SDX
      INHO18HSxSwg08vB2sHMIM7B3sHM2M7JyyDQz9LUwS4=
      """),
    EncodedText(
      .ibm866,
      "Совет решил восстановить старую набережную этой зимой. Работы начнутся в январе, сказал начальник порта.",
      """
      ka6ipeIg4KXoqKsgoq7h4eKgra6iqOLsIOHioODj7iCtoKGl4KWmrePuIO3irqkgp6isrqkuIJCgoa7i6yCtoOet4+Lh7yCi
      IO+toqDgpSwg4aqgp6CrIK2g56Cr7K2oqiCvruDioC4=
      """),
    EncodedText(
      .iso8859_5,
      "Совет решил восстановить старую набережную этой зимой. Работы начнутся в январе, сказал начальник порта.",
      """
      wd7S1eIg4NXo2Nsg0t7h4eLQ3d7S2OLsIOHi0ODj7iDd0NHV4NXW3ePuIO3i3tkg19jc3tkuIMDQ0d7i6yDd0Ofd4+Lh7yDS
      IO/d0tDg1Swg4drQ19DbIN3Q59Db7N3Y2iDf3uDi0C4=
      """),
    EncodedText(
      .macCyrillic,
      "Совет решил восстановить старую набережную этой зимой. Работы начнутся в январе, сказал начальник порта.",
      """
      ke7i5fIg8OX46Osg4u7x8fLg7e7i6PL8IPHy4PDz/iDt4OHl8OXm7fP+IP3y7ukg5+js7ukuIJDg4e7y+yDt4Pft8/Lx3yDi
      IN/t4uDw5Swg8erg5+DrIO3g9+Dr/O3o6iDv7vDy4C4=
      """),
    EncodedText(
      .windows1253,
      "Το συμβούλιο αποφάσισε να ξαναχτίσει τον παλιό τοίχο του λιμανιού. Τα έργα αρχίζουν τον Ιανουάριο.",
      """
      1O8g8/Xs4u/96+nvIOHw7/bc8+nz5SDt4SDu4e3h9/Tf8+XpIPTv7SDw4evp/CD079/37yD07/Ug6+ns4e3p7/0uINThIN3x
      4+Eg4fH33+bv9e0g9O/tIMnh7e/13PHp7y4=
      """),
    EncodedText(
      .windows1254,
      "Belediye meclisi eski rıhtım duvarının bu kış yeniden yapılmasına karar verdi. Çalışmalar ocakta başlıyor.",
      """
      QmVsZWRpeWUgbWVjbGlzaSBlc2tpIHL9aHT9bSBkdXZhcv1u/W4gYnUga/3+IHllbmlkZW4geWFw/WxtYXP9bmEga2FyYXIg
      dmVyZGkuIMdhbP3+bWFsYXIgb2Nha3RhIGJh/mz9eW9yLg==
      """),
    EncodedText(
      .windows1255,
      "המועצה החליטה לשקם את חומת הנמל הישנה בחורף הקרוב. העבודות יתחילו בינואר, אמר מנהל הנמל.",
      """
      5O7l8vbkIOTn7Ono5CDs+fftIOD6IOfl7vog5PDu7CDk6fnw5CDh5+X48yDk9/jl4S4g5PLh5ePl+iDp+ufp7OUg4enw5eD4
      LCDg7vgg7vDk7CDk8O7sLg==
      """),
    EncodedText(
      .windows1256,
      "قرر المجلس إعادة بناء جدار الميناء القديم هذا الشتاء. تبدأ الأعمال في يناير كما قال مدير الميناء.",
      """
      3tHRIMfh48zh0yDF2sfPySDI5MfBIMzPx9Egx+Hj7eTHwSDH4d7P7eMg5dDHIMfh1MrHwS4gysjPwyDH4cPa48fhIN3tIO3k
      x+3RIN/jxyDex+Eg48/t0SDH4ePt5MfBLg==
      """),
    EncodedText(
      .windows1257,
      "Taryba nusprendė šią žiemą atstatyti seną krantinės sieną. Darbai prasidės sausį, sakė uosto viršininkas.",
      """
      VGFyeWJhIG51c3ByZW5k6yDwaeAg/mllbeAgYXRzdGF0eXRpIHNlbuAga3JhbnRpbutzIHNpZW7gLiBEYXJiYWkgcHJhc2lk
      63Mgc2F1c+EsIHNha+sgdW9zdG8gdmly8GluaW5rYXMu
      """),
    EncodedText(
      .windows874, "สภาเมืองมีมติให้สร้างกำแพงท่าเรือเก่าขึ้นใหม่ในฤดูหนาวนี้ งานจะเริ่มในเดือนมกราคม",
      """
      ysDS4MHXzafB1cG11OPL6crD6dKnodPhvqe36NLgw9fN4KHo0qLW6bnjy8Ho47nEtNnLudLHudXpIKfSuajQ4MPU6MHjueC0
      1825waHD0qTB
      """),
    EncodedText(
      .macintosh,
      "Le conseil a décidé mardi de reconstruire le vieux quai à neuf. Les travaux commencent cet été, près de l’écluse.",
      """
      TGUgY29uc2VpbCBhIGSOY2lkjiBtYXJkaSBkZSByZWNvbnN0cnVpcmUgbGUgdmlldXggcXVhaSCIIG5ldWYuIExlcyB0cmF2
      YXV4IGNvbW1lbmNlbnQgY2V0II50jiwgcHKPcyBkZSBs1Y5jbHVzZS4=
      """),
    EncodedText(
      .ibm850,
      "Der Rat beschließt, die alte Kaimauer für den Hafen größer zu bauen. Die Straße bleibt gesperrt, heißt es.",
      """
      RGVyIFJhdCBiZXNjaGxpZeF0LCBkaWUgYWx0ZSBLYWltYXVlciBmgXIgZGVuIEhhZmVuIGdylOFlciB6dSBiYXVlbi4gRGll
      IFN0cmHhZSBibGVpYnQgZ2VzcGVycnQsIGhlaeF0IGVzLg==
      """),
    EncodedText(
      .shiftJIS, "港の古い岸壁を今冬に建て直すことを市議会が決めた。工事は一月に始まるという。",
      """
      jWCCzIzDgqKK3ZXHgvCNoZN+gsmMmoLEkryCt4KxgsaC8I5zi2OJ74KqjIiC34K9gUKNSI6Wgs2I6oyOgsmOboLcgumCxoKi
      gqSBQg==
      """),
    EncodedText(
      .eucJP, "港の古い岸壁を今冬に建て直すことを市議会が決めた。工事は一月に始まるという。",
      """
      ucGkzrjFpKS038rJpPK6o8XfpMu3+qTGxL6kuaSzpMik8rvUtcSy8aSst+ik4aS/oaO5qbv2pM+w7LfupMu7z6TepOukyKSk
      pKahow==
      """),
    EncodedText(
      .iso2022JP, "港の古い岸壁を今冬に建て直すことを市議会が決めた。\n工事は一月に始まるという。",
      """
      GyRCOUEkTjhFJCQ0X0pJJHI6I0VfJEs3eiRGRD4kOSQzJEgkcjtUNUQycSQsN2gkYSQ/ISMbKEIKGyRCOSk7diRPMGw3biRL
      O08kXiRrJEgkJCQmISMbKEI=
      """),
    EncodedText(
      .gb18030, "市议会决定今年冬天重建旧码头的石墙，工程将于一月开始，港务局局长说。",
      """
      ytDS6bvhvva2qL3xxOq2rMzs1ti9qL7JwuvNt7XEyq/HvaOsuaSzzL2r09rSu9TCv6rKvKOsuNvO8b7WvtazpMu1oaM=
      """),
    EncodedText(
      .big5, "市議會決定今年冬天重建舊碼頭的石牆，工程將於一月開始，港務局局長說。",
      """
      pavEs7d8qE2pd6S1pn6lVqTRraur2MLCvVjAWaq6pdvA8KFBpHW1e7FOqfOkQKTrtn2pbKFBtOSwyKe9p72q+LuhoUM=
      """),
    EncodedText(
      .eucKR, "시의회는 올겨울 낡은 부두 벽을 다시 쌓기로 했다. 공사는 일월에 시작된다고 항만 소장이 말했다.",
      """
      vcPAx8i4tMIgv8Ow3L/vILOwwLogus61ziC6rsC7ILTZvcMgvdex4rfOIMfftNkuILD4u+e0wiDAz7/5v6EgvcPA27XItNmw
      7SDH17i4ILzSwOXAzCC4u8fftNku
      """),
  ]
}
