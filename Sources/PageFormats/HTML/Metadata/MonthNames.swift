/// The names of months in the languages of the pages that were looked at, whole and shortened.
enum MonthNames {
  /// The month of a name in lower case, from 1.
  static func month(_ name: String) -> Int? { months[name] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  private static let names = [
    "jan january januar janvier enero gennaio janeiro janv ene gen sty stycznia ledna januari",
    "feb february februar février febrero febbraio fevereiro févr fev luty lutego února februari",
    "mar march märz mars marzo março mär marca března maart maerz",
    "apr april avril abril aprile abr avr kwietnia dubna",
    "may mai mayo maggio maio mag maja května mei",
    "jun june juni juin junio giugno junho giu czerwca června",
    "jul july juli juillet julio luglio julho juil lug lipca července",
    "aug august août agosto ago aout sierpnia srpna augustus",
    "sep sept september septembre septiembre settembre setembro set września září",
    "oct october oktober octobre octubre ottobre outubro okt ott out października října",
    "nov november novembre noviembre novembro listopada listopadu",
    "dec december dezember décembre diciembre dicembre dezembro dez déc dic grudnia prosince",
  ]
}
