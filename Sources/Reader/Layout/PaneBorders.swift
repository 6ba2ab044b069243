import Display

/// The borders between panes, which can be moved with keys and the mouse.
extension PaneLayout {
  /// The border at a position on the screen.
  func border(at point: Point) -> PaneShape.Border? {
    guard point.row >= top, point.row < status.top else { return nil }
    switch arrangement {
    case .wide:
      if point.column == frames[.list]?.whole.right { return .listColumn }
      return point.column == frames[.story]?.whole.right ? .relatedColumn : nil
    case .middle:
      if point.column == frames[.list]?.whole.right { return .side }
      return frames[.related]?.title.contains(point) == true ? .relatedRow : nil
    case .stacked:
      let lower = frames[.story] ?? frames[.related]
      if point.row == lower?.title.top { return .listRow }
      let isBetween = frames[.related] != nil && point.column == frames[.story]?.whole.right
      return isBetween && point.row > lower?.title.top ?? .max ? .stackedRelated : nil
    case .narrow, .tooSmall: return nil
    }
  }

  /// The position of a border that is dragged to a point, in thousandths of the screen.
  func permille(of border: PaneShape.Border, at point: Point, screen: Size) -> Int {
    let rows = screen.rows - 2 - top
    switch border {
    case .listColumn, .side: return PaneLayout.permille(of: point.column, in: screen.columns)
    case .relatedColumn, .stackedRelated:
      return PaneLayout.permille(of: screen.columns - point.column - 1, in: screen.columns)
    case .relatedRow: return PaneLayout.permille(of: rows + top - point.row, in: rows)
    case .listRow: return PaneLayout.permille(of: point.row - top, in: rows)
    }
  }

  /// The smallest number of thousandths that yields a number of cells.
  private static func permille(of cells: Int, in all: Int) -> Int {
    (max(0, cells) * 1_000 + all - 1) / max(1, all)
  }

  /// The border that resizes a pane, and the direction that enlarges it: 1 if the pane grows as the border's value
  /// increases.
  func border(besides pane: Pane) -> (border: PaneShape.Border, direction: Int)? {
    switch (arrangement, pane) {
    case (.wide, .list): (.listColumn, 1)
    case (.wide, .story): (.listColumn, -1)
    case (.wide, .related): (.relatedColumn, 1)
    case (.middle, .list), (.middle, .related): (.side, 1)
    case (.middle, .story): (.side, -1)
    case (.stacked, .list): (.listRow, 1)
    case (.stacked, .story): (.listRow, -1)
    case (.stacked, .related): frames[.story] == nil ? (.listRow, -1) : (.stackedRelated, 1)
    case (.narrow, _), (.tooSmall, _): nil
    }
  }
}
