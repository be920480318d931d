# 帮助页。
help-text = 各项功能的位置、按键的作用以及可以询问的人员。

## 各项功能的位置

help-pages = 各项功能的位置
help-pages-text = 您会看到您的角色可以打开的页面。菜单中也有相同的列表。
help-overview = 公司的情况：客户、固定的产品/服务以及尚待完成的设置。
help-catalog = 本月价目表中的所有产品/服务，可筛选，并可查看每项的详细信息。
help-customize = 选择最多五项产品/服务，使其对公司所有人排在最前面。
help-activity = 谁在何时更改了什么，以及旧值和新值。可以下载。
help-account = 您的角色及其权限、密码、第二重验证、语言、主题以及您的会话。
help-admin-overview = 您的公司和您的角色。
help-operator-overview = 您的角色，以及沙盒中的业务日期。

## 按键

help-keyboard = 键盘
help-keyboard-text = 所有功能都无需鼠标即可使用。
help-key-tab = 转到下一个链接、按钮或字段
help-key-back = 转到上一个
help-key-enter = 打开链接、按下按钮、提交表单
help-key-escape = 关闭菜单或对话框

## 可以询问的人员

help-ask = 可以询问的人员
help-ask-roles = 关于您的角色、新同事或丢失的第二重验证：请询问公司的全局管理员。
help-ask-customers = 客户会询问您：作为经销商，由您为其提供支持。
help-ask-operator = 关于计划、协议或此门户的故障：请联系{ $operator }。
help-ask-admin = 关于您的角色或忘记的密码：请询问公司的全局管理员。
help-ask-partner = 关于订阅、帐单或无法使用的服务：请联系向您公司销售的合作伙伴。
help-ask-staff = 关于您在运营后台中的角色：请联系{ $operator }中负责此门户的人员。
help-ask-names = 公司内的人员：{ $names }
help-non-payment = 客户拒付时您承担的责任以及可采取的措施
help-outbox = 门户写出的所有邮件及其发送状态
