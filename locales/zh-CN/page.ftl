# 只说明原因、没有其他内容的页面。
page-unreachable = 无法连接服务器。请检查网络连接后重试；您输入的内容不会丢失。
page-401 = 请登录
page-403 = 您无权访问此页面
page-404 = 此页面不存在
page-405 = 不能以这种方式使用此地址
page-413 = 发送的内容过大
page-500 = 我们这边出现了错误
page-503 = 服务暂时不可用
page-403-action = 您请求的操作
page-403-roles = 允许此操作的角色
page-403-colleagues = { $count ->
   *[other] 贵公司中具有此类角色的人员
}
page-403-nobody = 暂无
page-to-overview = 转到概述
page-to-start = 转到起始页
