/// The names of months, full and abbreviated, in the languages of the pages examined.
enum MonthNames {
  /// The month, from 1, for a name in lower case.
  static func month(_ name: String) -> Int? { months[name] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  private static let names = [
    "jan january januar janvier enero gennaio janeiro janv ene gen sty stycznia ledna januari января янв ιανουαρίου ocak",
    "feb february februar février febrero febbraio fevereiro févr fev luty lutego února februari февраля фев φεβρουαρίου şubat",
    "mar march märz mars marzo março mär marca března maart maerz марта μαρτίου mart",
    "apr april avril abril aprile abr avr kwietnia dubna апреля απριλίου nisan",
    "may mai mayo maggio maio mag maja května mei мая μαΐου mayıs",
    "jun june juni juin junio giugno junho giu czerwca června июня ιουνίου haziran",
    "jul july juli juillet julio luglio julho juil lug lipca července июля ιουλίου temmuz",
    "aug august août agosto ago aout sierpnia srpna augustus августа авг αυγούστου ağustos",
    "sep sept september septembre septiembre settembre setembro set września září сентября сен σεπτεμβρίου eylül",
    "oct october oktober octobre octubre ottobre outubro okt ott out października října октября окт οκτωβρίου ekim",
    "nov november novembre noviembre novembro listopada listopadu ноября ноя νοεμβρίου kasım",
    "dec december dezember décembre diciembre dicembre dezembro dez déc dic grudnia prosince декабря дек δεκεμβρίου aralık",
  ]
}
