# 组件在许多页面上使用的词语。

ui-showing = { $total ->
    [0] 无内容
   *[other] 第 { $first }–{ $last } 项，共 { $total } 项
}
ui-pages = 分页
ui-selected = 已选择 { $count } 项
ui-select-all = 选择全部 { $total } 项
ui-matches = { $count ->
    [0] 未找到匹配项
   *[other] { $count } 个匹配项
}
ui-selection = 选择
ui-actions = 操作
chart-table = 以表格显示
