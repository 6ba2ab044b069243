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
    """
    jan january januar janvier enero gennaio janeiro janv ene gen sty stycznia ledna januari января янв \
    ιανουαρίου ocak ianuarie січня siječnja januára január tammikuuta януари gener janúar يناير जनवरी ינואר
    """,
    """
    feb february februar février febrero febbraio fevereiro févr fev luty lutego února februari февраля фев \
    φεβρουαρίου şubat februarie лютого februára február veljače helmikuuta февруари febrer فبراير फरवरी פברואר
    """,
    """
    mar march märz mars marzo março mär marca března maart maerz марта μαρτίου mart martie березня marts \
    ožujka március maaliskuuta март maret مارس मार्च מרץ
    """,
    """
    apr april avril abril aprile abr avr kwietnia dubna апреля απριλίου nisan aprilie квітня travnja apríla \
    április huhtikuuta април أبريل ابريل अप्रैल אפריל
    """,
    """
    may mai mayo maggio maio mag maja května mei мая μαΐου mayıs maj травня mája svibnja május toukokuuta май \
    maig مايو मई מאי
    """,
    """
    jun june juni juin junio giugno junho giu czerwca června июня ιουνίου haziran iunie червня júna lipnja \
    június kesäkuuta юни juny يونيو जून יוני
    """,
    """
    jul july juli juillet julio luglio julho juil lug lipca července июля ιουλίου temmuz iulie липня júla \
    srpnja július heinäkuuta юли juliol يوليو जुलाई יולי
    """,
    """
    aug august août agosto ago aout sierpnia srpna augustus августа авг αυγούστου ağustos augusti серпня \
    augusta kolovoza augusztus elokuuta agustus август agost أغسطس اغسطس अगस्त אוגוסט
    """,
    """
    sep sept september septembre septiembre settembre setembro set września září сентября сен σεπτεμβρίου \
    eylül septembrie вересня septembra rujna szeptember syyskuuta септември سبتمبر सितंबर ספטמבר
    """,
    """
    oct october oktober octobre octubre ottobre outubro okt ott out października října октября окт οκτωβρίου \
    ekim octombrie жовтня októbra október lokakuuta октомври أكتوبر اكتوبر अक्टूबर אוקטובר
    """,
    """
    nov november novembre noviembre novembro listopada listopadu ноября ноя νοεμβρίου kasım noiembrie \
    листопада novembra studenoga marraskuuta ноември نوفمبر नवंबर נובמבר
    """,
    """
    dec december dezember décembre diciembre dicembre dezembro dez déc dic grudnia prosince декабря дек \
    δεκεμβρίου aralık decembrie грудня decembra prosinca joulukuuta desember декември des desembre ديسمبر \
    दिसंबर דצמבר
    """,
  ]
}
