import Yams
public struct Scheme {}
