# 所有页面共用的词语，以及出错时的说明。

## 操作

save = 保存
cancel = 取消
close = 关闭
back = 返回
continue = 继续
edit = 编辑
add = 添加
remove = 移除
delete = 删除
confirm = 确认
search = 搜索
apply = 应用
clear = 清除
copy = 复制
copied = 已复制
download = 下载
print = 打印
try-again = 重试
reload = 重新加载
show = 显示
hide = 隐藏

## 步骤和列表分页

next = 下一步
previous = 上一步
next-page = 下一页
previous-page = 上一页
page-of-pages = 第 { $page } 页，共 { $pages } 页
results = { $count ->
    [0] 无结果
   *[other] { $count } 条结果
}
no-results = 未找到任何内容。
loading = 正在加载…

## 回答和字段

yes = 是
no = 否
all = 全部
none = 无
required = 必填
optional = 选填

## 表单被拒绝时上方的摘要

error-summary-title = 有 { $count } 个字段需要更正
error-summary-help = 点击链接可转到相应字段进行更正。您输入的内容已保留。

## 错误

err-unauthenticated = 请登录后继续。您的会话可能已结束。
err-forbidden = 您的角色无权执行此操作。
err-not-found-page = 此地址没有对应的页面。
err-not-found-partner = 找不到此合作伙伴。
err-not-found-user = 找不到此用户。
err-not-found-session = 找不到此会话，它可能已经结束。
err-not-found-offer = 找不到此产品/服务。
err-not-found-pinned-offers = 找不到已固定的产品/服务。
err-not-found-customer = 找不到此客户。
err-not-found-tag = 找不到此标签，它可能已被删除。
err-not-found-saved-view = 找不到此已保存的视图，它可能已被删除。
err-not-found-customer-risk = 此客户没有风险备注。
err-not-found-collections-policy = 还没有催收政策。
err-not-found-subscription = 找不到此订阅。
err-stale = 其他人在此期间更改了这些内容。请核对当前值，然后再次保存。
err-invalid = 请更正标出的 { $fields } 个字段。
err-refused = 请求被拒绝。请重新加载页面后重试。
err-unavailable = 服务暂时不可用。请稍后重试，操作不会重复执行。
err-internal = 我们这边出现了错误。如果再次发生，请向支持人员提供此参考编号：{ $reference }

## 所有入口共有的错误

err-partner-suspended = 由于帐单逾期未付，您的合作伙伴帐户已暂停。付清所有逾期帐单后即可执行此操作。
err-request-id-reused = 此表单已用于其他操作。请重新加载页面后重试。
err-method-not-allowed = 不能以这种方式使用此地址。请返回，并使用页面上的按钮和链接。
err-too-large = 发送的内容过大。请缩短文本或选择较小的文件。
err-foreign-origin = 此请求来自其他网站的页面，未予执行。
